package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import java.util.List;

/** What CREATE OR REPLACE may change: value columns may be added at the end, nothing else. */
final class Replacement {
  private Replacement() {}

  static void check(Source old, Source changed, Span span) {
    same("topic", old.topic(), changed.topic(), span);
    same("key format", old.keyFormat(), changed.keyFormat(), span);
    same("value format", old.valueFormat(), changed.valueFormat(), span);
    same("timestamp column", old.timestamp(), changed.timestamp(), span);
    same("key", old.schema().key(), changed.schema().key(), span);
    List<Column> before = old.schema().value();
    List<Column> after = changed.schema().value();
    boolean keeps = after.size() >= before.size() && after.subList(0, before.size()).equals(before);
    if (!keeps) {
      throw error(span, "Its columns must stay as they are; new ones may follow them.");
    }
  }

  private static void same(String what, Object before, Object after, Span span) {
    if (!before.equals(after)) {
      throw error(span, "Its " + what + " cannot be changed.");
    }
  }

  private static RuntimeException error(Span span, String message) {
    return Diagnostic.error(ErrorCode.NOT_UPGRADEABLE, span, "%s", message)
        .hint("DROP it and make it anew.")
        .toException();
  }
}
