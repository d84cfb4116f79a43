package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.delimited.DelimitedFormat;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.tools.produce.OutgoingRecord;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How rows become records: which field is the key, which the time, and the formats. Immutable. */
final class RowFormats {
  private final List<Column> columns;
  private final int key;
  private final OptionalInt timestamp;
  private final Format keyFormat;
  private final Format valueFormat;
  private final FormatContext keyContext;
  private final FormatContext valueContext;

  /**
   * The formats that the arguments name.
   *
   * @param recordName full name of the record in a registry's schema, if it has one
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if a field or a format does not exist
   *     or a format cannot hold the columns
   */
  RowFormats(
      List<Column> columns,
      DataGenArguments arguments,
      Optional<String> recordName,
      SchemaRegistry registry) {
    this.columns = columns;
    key = index(arguments.key(), Argument.KEY);
    timestamp = timestamp(arguments.text(Argument.TIMESTAMP));
    Formats formats = Formats.installed();
    keyFormat = formats.get(arguments.keyFormat());
    valueFormat = formats.get(arguments.valueFormat());
    keyContext = FormatContext.of(arguments.topic(), Schema.Side.KEY).withRegistry(registry);
    valueContext =
        FormatContext.of(arguments.topic(), Schema.Side.VALUE)
            .withRegistry(registry)
            .withOptions(valueOptions(arguments, recordName));
    keyFormat.check(List.of(columns.get(key)), Schema.Side.KEY);
    valueFormat.check(columns, Schema.Side.VALUE);
    valueFormat.checkOptions(valueContext.options());
  }

  private Map<String, String> valueOptions(
      DataGenArguments arguments, Optional<String> recordName) {
    Map<String, String> options = new HashMap<>();
    arguments
        .text(Argument.VALUE_DELIMITER)
        .ifPresent(text -> options.put(DelimitedFormat.DELIMITER.name(), text));
    if (valueFormat.options().contains(SchemaOptions.SCHEMA_FULL_NAME)) {
      recordName.ifPresent(name -> options.put(SchemaOptions.SCHEMA_FULL_NAME.name(), name));
    }
    return options;
  }

  private int index(String field, Argument argument) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(field)) {
        return i;
      }
    }
    List<String> names = columns.stream().map(Column::name).toList();
    throw Diagnostic.error(
            ErrorCode.INVALID_PROPERTY,
            "%s=%s: the rows have no such field.",
            argument.text(),
            field)
        .hint(
            Names.nearest(field, names)
                .map("Did you mean %s?"::formatted)
                .orElse("Fields: " + String.join(", ", names) + "."))
        .toException();
  }

  private OptionalInt timestamp(Optional<String> field) {
    if (field.isEmpty()) {
      return OptionalInt.empty();
    }
    int index = index(field.get(), Argument.TIMESTAMP);
    SqlBaseType type = columns.get(index).type().baseType();
    if (type != SqlBaseType.BIGINT && type != SqlBaseType.TIMESTAMP) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY,
              "timestamp=%s: a record's time is a long, this field is of the type %s.",
              field.get(),
              columns.get(index).type())
          .toException();
    }
    return OptionalInt.of(index);
  }

  Column keyColumn() {
    return columns.get(key);
  }

  Object key(Object[] row) {
    return row[key];
  }

  /** An encoder for one thread; registers the schemas, where there are some. */
  RowToRecord encoder() {
    RowEncoder keys = keyFormat.encoder(List.of(columns.get(key)), keyContext);
    RowEncoder values = valueFormat.encoder(columns, valueContext);
    keys.prepare();
    values.prepare();
    return row ->
        new OutgoingRecord(
            keys.encode(new Object[] {row[key]}), values.encode(row), timestampOf(row));
  }

  private OptionalLong timestampOf(Object[] row) {
    if (timestamp.isEmpty()) {
      return OptionalLong.empty();
    }
    Object value = row[timestamp.getAsInt()];
    long ms = -1;
    if (value instanceof Long number) {
      ms = number;
    } else if (value instanceof Timestamp time) {
      ms = time.getTime();
    }
    if (ms < 0) {
      throw Diagnostic.error(
              ErrorCode.EVALUATION,
              "The field %s is to be a record's time, but it is %s.",
              columns.get(timestamp.getAsInt()).name(),
              value)
          .hint("A time is a number of ms since 1970.")
          .toException();
    }
    return OptionalLong.of(ms);
  }

  /** Makes the record of a row. */
  @FunctionalInterface
  interface RowToRecord {
    OutgoingRecord of(Object[] row);
  }
}
