package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.registry.RegistryException;
import java.time.Clock;

/** Writes the row of an INSERT INTO .. VALUES to the topic. */
final class RowInsertion {
  private final Outside outside;
  private final Clock clock;

  RowInsertion(Outside outside, Clock clock) {
    this.outside = outside;
    this.clock = clock;
  }

  void insert(Plan.Insert insert) {
    Source target = insert.target();
    byte[] key =
        insert.key().isAllNull()
            ? null
            : encode(target, Schema.Side.KEY, target.keyFormat(), insert.key());
    byte[] value = encode(target, Schema.Side.VALUE, target.valueFormat(), insert.value());
    outside
        .records()
        .write(
            new OutgoingRecord(
                target.topic(), key, value, insert.timestamp().orElseGet(clock::millis)));
  }

  private byte[] encode(Source target, Schema.Side side, FormatSpec spec, Row row) {
    FormatContext plain =
        FormatContext.of(target.topic(), side)
            .withSource(target.name())
            .withOptions(spec.options());
    FormatContext context = outside.registry().map(plain::withRegistry).orElse(plain);
    try {
      return outside
          .formats()
          .get(spec.name())
          .encoder(target.schema().columns(side), spec.wrapped() ? context : context.bare())
          .encode(row.values());
    } catch (EncodeException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              "The row cannot be written to %s: %s",
              target.name(),
              e.getMessage())
          .toException(e);
    } catch (RegistryException e) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY,
              "The row was not written to %s; the schema registry refused: %s",
              target.name(),
              e.getMessage())
          .toException(e);
    }
  }
}
