package io.confluent.ksql.serde.kafka;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.setting.Setting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A single value as Kafka's own serializers write it: big-endian numbers, UTF-8, raw bytes. */
public final class KafkaFormat implements Format {
  private static final Set<SqlBaseType> KINDS =
      EnumSet.of(
          SqlBaseType.INTEGER,
          SqlBaseType.BIGINT,
          SqlBaseType.DOUBLE,
          SqlBaseType.STRING,
          SqlBaseType.BYTES);

  @Override
  public String name() {
    return "KAFKA";
  }

  @Override
  public List<Setting<?>> options() {
    return List.of();
  }

  @Override
  public FormatAbilities abilities() {
    return new FormatAbilities(
        Set.of(Schema.Side.KEY, Schema.Side.VALUE), false, false, false, Set.of(Wrapping.BARE));
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    if (columns.size() > 1) {
      throw ColumnRules.refusal(
          name(), side, "It holds a single column; there are " + columns.size() + ".");
    }
    ColumnRules.refuse(name(), side, columns, type -> ColumnRules.onlyKinds(type, KINDS));
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    check(columns, context.side());
    if (columns.isEmpty()) {
      return NoColumns.DECODER;
    }
    SqlType type = columns.get(0).type();
    return switch (type.baseType()) {
      case INTEGER ->
          bytes -> bytes == null ? null : row(sized(bytes, Integer.BYTES, type).getInt());
      case BIGINT -> bytes -> bytes == null ? null : row(sized(bytes, Long.BYTES, type).getLong());
      case DOUBLE ->
          bytes -> bytes == null ? null : row(sized(bytes, Double.BYTES, type).getDouble());
      case STRING -> bytes -> bytes == null ? null : row(new String(bytes, StandardCharsets.UTF_8));
      case BYTES -> bytes -> bytes == null ? null : row(ByteBuffer.wrap(bytes));
      case BOOLEAN, DECIMAL, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP ->
          throw new AssertionError(type);
    };
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    check(columns, context.side());
    if (columns.isEmpty()) {
      return NoColumns.ENCODER;
    }
    SqlType type = columns.get(0).type();
    RowEncoder ofValue =
        switch (type.baseType()) {
          case INTEGER ->
              values -> ByteBuffer.allocate(Integer.BYTES).putInt((Integer) values[0]).array();
          case BIGINT ->
              values -> ByteBuffer.allocate(Long.BYTES).putLong((Long) values[0]).array();
          case DOUBLE ->
              values -> ByteBuffer.allocate(Double.BYTES).putDouble((Double) values[0]).array();
          case STRING -> values -> ((String) values[0]).getBytes(StandardCharsets.UTF_8);
          case BYTES -> values -> Values.bytes(values[0]);
          case BOOLEAN, DECIMAL, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP ->
              throw new AssertionError(type);
        };
    return values -> values == null || values[0] == null ? null : ofValue.encode(values);
  }

  private static Object[] row(Object value) {
    return new Object[] {value};
  }

  private static ByteBuffer sized(byte[] bytes, int size, SqlType type) {
    if (bytes.length != size) {
      throw new DecodeException(type + " is " + size + " bytes long, not " + bytes.length);
    }
    return ByteBuffer.wrap(bytes);
  }
}
