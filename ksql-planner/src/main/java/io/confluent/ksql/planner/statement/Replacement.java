package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.schema.Column;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What CREATE OR REPLACE may change: value columns may be added at the end, and a query may filter
 * and project otherwise. All else would not fit what is stored.
 */
final class Replacement {
  private final PlanningContext context;
  private final Span span;

  /**
   * @param span where the name of the source stands
   */
  Replacement(PlanningContext context, Span span) {
    this.context = context;
    this.span = span;
  }

  void check(Source old, Source changed) {
    same("topic", old.topic(), changed.topic());
    same("key format", old.keyFormat(), changed.keyFormat());
    same("value format", old.valueFormat(), changed.valueFormat());
    same("timestamp column", old.timestamp(), changed.timestamp());
    same("window", old.window(), changed.window());
    same("key", old.schema().key(), changed.schema().key());
    List<Column> before = old.schema().value();
    List<Column> after = changed.schema().value();
    boolean keeps = after.size() >= before.size() && after.subList(0, before.size()).equals(before);
    if (!keeps) {
      throw error("Its columns must stay as they are; new ones may follow them.");
    }
  }

  /**
   * Checks the query that fills the source too, which goes on from the old one's state.
   *
   * @param reads names of what it reads
   */
  void check(Source old, Source changed, Step query, Set<String> reads) {
    check(old, changed);
    checkNoCircle(old, reads);
    List<String> others =
        context.catalog().writersOf(old.name()).stream()
            .map(PersistentQuery::id)
            .filter(id -> old.createdBy().filter(id::equals).isEmpty())
            .toList();
    if (!others.isEmpty()) {
      throw error("It is written by " + String.join(", ", others) + " too.");
    }
    old.createdBy()
        .flatMap(context.catalog()::query)
        .ifPresent(before -> check(LastingParts.of(before.plan().root()), LastingParts.of(query)));
  }

  /** What a source's own rows come to must not be written to it: they would go round for ever. */
  void checkNoCircle(Source old, Set<String> reads) {
    Set<String> above = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(reads);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (above.add(name)) {
        context.catalog().writersOf(name).forEach(query -> open.addAll(query.sources()));
      }
    }
    boolean filledAnew = old.createdBy().isEmpty();
    if (filledAnew && above.contains(old.name())) {
      throw Diagnostic.error(
              ErrorCode.NOT_UPGRADEABLE,
              span,
              "The query would read what it writes: its rows come from %s itself.",
              old.name())
          .hint("Give the result a name of its own.")
          .toException();
    }
  }

  private void check(LastingParts before, LastingParts after) {
    same("list of what it reads", before.scans(), after.scans());
    same("join", before.joins(), after.joins());
    same("list of what it groups and aggregates", before.groups(), after.groups());
  }

  private void same(String what, Object before, Object after) {
    if (!before.equals(after)) {
      throw error("Its " + what + " cannot be changed.");
    }
  }

  private RuntimeException error(String message) {
    return Diagnostic.error(ErrorCode.NOT_UPGRADEABLE, span, "%s", message)
        .hint("DROP it and make it anew.")
        .toException();
  }
}
