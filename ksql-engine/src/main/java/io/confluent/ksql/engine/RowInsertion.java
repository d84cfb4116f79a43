package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.registry.RegistryException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes records of rows, and writes that of an INSERT INTO .. VALUES to the topic. */
final class RowInsertion {
  private static final String ROWTIME = PseudoColumn.ROWTIME.name();

  /** Of rows that no statement holds. */
  private static final Plan.Insert.Places UNWRITTEN = new Plan.Insert.Places(Span.NONE, Map.of());

  private final Outside outside;
  private final ConstantRow constants;
  private final Clock clock;

  RowInsertion(Outside outside, ConstantRow constants, Clock clock) {
    this.outside = outside;
    this.constants = constants;
    this.clock = clock;
  }

  void insert(Plan.Insert insert) {
    Source target = insert.target();
    Plan.Insert.Places places = insert.places();
    Row key = Row.of(constants.values(target.schema().key(), insert.key(), places));
    Row value = Row.of(constants.values(target.schema().value(), insert.value(), places));
    outside.records().write(record(target, key, value, timestamp(insert), places));
  }

  OutgoingRecord record(Source target, List<Object> key, List<Object> value) {
    return record(
        target, Row.of(key.toArray()), Row.of(value.toArray()), clock.millis(), UNWRITTEN);
  }

  void write(List<OutgoingRecord> records) {
    outside.records().write(records);
  }

  private OutgoingRecord record(
      Source target, Row key, Row value, long timestamp, Plan.Insert.Places places) {
    if (key.isAllNull() && target.isTable()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              places.of(target.schema().key().get(0).name()),
              "A row of a table needs its primary key, and that of %s is NULL: %s.",
              target.name(),
              target.schema().key().stream().map(Column::name).collect(Collectors.joining(", ")))
          .toException();
    }
    byte[] keyBytes =
        key.isAllNull() ? null : encode(target, Schema.Side.KEY, key, places.target());
    byte[] valueBytes = encode(target, Schema.Side.VALUE, value, places.target());
    return new OutgoingRecord(target.topic(), keyBytes, valueBytes, timestamp);
  }

  private long timestamp(Plan.Insert insert) {
    if (insert.timestamp().isEmpty()) {
      return clock.millis();
    }
    Object given = constants.value(ROWTIME, insert.places().of(ROWTIME), insert.timestamp().get());
    if (!(given instanceof Long time) || time < 0) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              insert.places().of(ROWTIME),
              "ROWTIME must be a number of milliseconds from 0 on, not %s.",
              given == null ? "NULL" : given)
          .hint("Leave ROWTIME out for the present time.")
          .toException();
    }
    return time;
  }

  private byte[] encode(Source target, Schema.Side side, Row row, Span place) {
    FormatSpec spec =
        switch (side) {
          case KEY -> target.keyFormat();
          case VALUE -> target.valueFormat();
        };
    FormatContext plain = FormatContext.of(target.topic(), side).withOptions(spec.options());
    FormatContext known = outside.registry().map(plain::withRegistry).orElse(plain);
    FormatContext context = spec.wrapped() ? known : known.bare();
    Format format = outside.formats().get(spec.name());
    List<Column> columns = target.schema().columns(side);
    try {
      return format
          .encoder(columns, InsertSchema.choose(format, columns, context, place))
          .encode(row.values());
    } catch (EncodeException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              place,
              "The row cannot be written to %s: %s",
              target.name(),
              e.getMessage())
          .toException(e);
    } catch (RegistryException e) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY,
              place,
              "The row was not written to %s; the schema registry refused: %s",
              target.name(),
              e.getMessage())
          .toException(e);
    }
  }
}
