package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.engine.FunctionLibrary;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.setting.Settings;
import io.confluent.ksql.tools.test.cases.Cases;
import io.confluent.ksql.tools.test.cases.RestCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that ask a server: those that are right pass, and a corrupted expectation is found out. */
final class CaseServersTest {
  private static final Path HARVEST = Path.of("src", "test", "resources", "cases", "harvest.json");
  private static final FunctionRegistry FUNCTIONS = FunctionLibrary.load(Settings.defaults());

  /** What stands in the file, and what it is corrupted to; each makes one case fail. */
  private static final Map<String, String> CORRUPTIONS =
      Map.of(
          "[\"north\", 2, 7]", "[\"north\", 2, 8]",
          "\"`N` BIGINT, `FARM` STRING KEY\"", "\"`N` BIGINT, `FARM` STRING\"",
          "{\"N\": 1, \"KILOS\": 3}", "{\"N\": 1, \"KILOS\": 4}",
          "\"tombstone\": true", "\"tombstone\": false",
          "[\"north\", 2.5]", "[\"north\", 2.51]",
          "{\"row\": {\"columns\": [5, \"south\"]}},", "",
          "\"status\": 400", "\"status\": 500",
          "\"ACRES: 2\\nFARM: \\\"north\\\"\\n\"", "\"ACRES: 3\\nFARM: \\\"north\\\"\\n\"");

  @TempDir private Path directory;

  private static List<Cases.Result> run(Path path) {
    return new RestCases(FUNCTIONS, new CaseServers(), 1, Duration.ofSeconds(90), "latency")
        .run(List.of(path), name -> true);
  }

  @Test
  void casesPassThatAreRight() {
    assertThat(run(HARVEST))
        .hasSize(5)
        .allSatisfy(result -> assertThat(result.failure()).as(result.name()).isEmpty());
  }

  /** A file with nothing but the cases that hold a text. */
  private static String casesWith(String text, String cases) {
    return Pattern.compile("^    \\{$.*?^    }", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(cases)
        .results()
        .map(MatchResult::group)
        .filter(one -> one.contains(text))
        .collect(Collectors.joining(",", "{\"tests\": [", "]}"));
  }

  @Test
  void everyExpectedValueCounts() throws IOException {
    String cases = Files.readString(HARVEST);
    int files = 0;
    for (Map.Entry<String, String> corruption : CORRUPTIONS.entrySet()) {
      assertThat(cases).contains(corruption.getKey());
      Files.writeString(
          directory.resolve("corrupted" + files++ + ".json"),
          casesWith(corruption.getKey(), cases)
              .replace(corruption.getKey(), corruption.getValue()));
    }

    List<Cases.Result> results = run(directory);

    for (int i = 0; i < files; i++) {
      String name = "corrupted" + i + " - ";
      assertThat(results)
          .as(name + CORRUPTIONS)
          .filteredOn(result -> result.name().startsWith(name) && !result.passed())
          .isNotEmpty();
    }
  }
}
