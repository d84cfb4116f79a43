package io.confluent.ksql.rest.server.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.rest.wire.QueryMetadata;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.value.StructValue;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of SQL as JSON has them in rows. */
final class CellJson {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final ObjectWriter WRITER =
      WireJson.mapper().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  /** The metadata that comes before rows without names. */
  static QueryMetadata metadata(String queryId, List<Column> columns) {
    return new QueryMetadata(
        Optional.of(queryId),
        columns.stream().map(Column::name).toList(),
        columns.stream().map(Column::type).map(SqlType::toString).toList());
  }

  /** The values of a row. */
  List<Object> values(ResultRow row) {
    List<Object> values = new ArrayList<>(row.values().size());
    for (Object value : row.values()) {
      values.add(json(value));
    }
    return values;
  }

  /** The JSON text of values, or of a record of the API. */
  String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row cannot be written as JSON", e);
    }
  }

  private static Object json(Object value) {
    if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return Base64.getEncoder().encodeToString(copy);
    }
    if (value instanceof Time time) {
      return LocalTime.MIDNIGHT.plus(Duration.ofMillis(time.getTime())).toString();
    }
    if (value instanceof Date date) {
      return LocalDate.ofEpochDay(Math.floorDiv(date.getTime(), 86_400_000L)).toString();
    }
    if (value instanceof Timestamp timestamp) {
      return TIMESTAMP.format(Instant.ofEpochMilli(timestamp.getTime()));
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(json(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((key, item) -> members.put(String.valueOf(json(key)), json(item)));
      return members;
    }
    return value instanceof StructValue struct ? struct(struct) : value;
  }

  private static Object struct(StructValue struct) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < struct.type().fields().size(); i++) {
      members.put(struct.type().fields().get(i).name(), json(struct.value(i)));
    }
    return members;
  }
}
