package io.confluent.ksql.tools.test;

import io.confluent.ksql.tools.test.cases.Cases;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prints what failed, and counts. */
final class Summary {
  private final PrintWriter out;
  private final Map<Count, Integer> passed = new EnumMap<>(Count.class);
  private final Map<Count, Integer> failed = new EnumMap<>(Count.class);
  private final List<String> skipped = new ArrayList<>();

  Summary(PrintWriter out) {
    this.out = out;
  }

  private enum Count {
    OUTPUT("output cases"),
    ERROR("error cases"),
    SQL("SQL tests");

    private final String text;

    Count(String text) {
      this.text = text;
    }
  }

  void add(Cases.Result result) {
    if (result.skipped()) {
      skipped.add(result.name());
      return;
    }
    Count count = result.kind() == Cases.Kind.OUTPUT ? Count.OUTPUT : Count.ERROR;
    (result.passed() ? passed : failed).merge(count, 1, Integer::sum);
    result.failure().ifPresent(failure -> print(result.name(), failure));
  }

  void add(SqlTests.Result result) {
    (result.failure().isEmpty() ? passed : failed).merge(Count.SQL, 1, Integer::sum);
    result.failure().ifPresent(failure -> print(result.name(), failure));
  }

  private void print(String name, String failure) {
    out.printf("FAILED %s%n  %s%n%n", name, failure.replace(System.lineSeparator(), "\n  "));
  }

  /**
   * Prints the counts.
   *
   * @return 0 if nothing failed, else 1
   */
  int print() {
    for (Count count : Count.values()) {
      if (passed.containsKey(count) || failed.containsKey(count)) {
        out.printf(
            "%s: %d passed, %d failed%n",
            count.text, passed.getOrDefault(count, 0), failed.getOrDefault(count, 0));
      }
    }
    if (!skipped.isEmpty()) {
      out.printf("skipped: %d disabled%n", skipped.size());
      skipped.forEach(name -> out.printf("  %s%n", name));
    }
    out.printf("%d passed, %d failed%n", sum(passed), sum(failed));
    out.flush();
    return failed.isEmpty() ? 0 : 1;
  }

  private static int sum(Map<Count, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
