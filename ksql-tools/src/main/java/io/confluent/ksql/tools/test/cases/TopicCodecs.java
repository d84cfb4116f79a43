package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.WindowedKeyCodec;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The records of a topic, as the stream or table over it is declared, to bytes and back. */
final class TopicCodecs {
  private final ValueCodec key;
  private final ValueCodec value;
  private final Optional<WindowInfo> window;

  private TopicCodecs(ValueCodec key, ValueCodec value, Optional<WindowInfo> window) {
    this.key = key;
    this.value = value;
    this.window = window;
  }

  /** Those of a topic that some stream or table stands on. */
  static TopicCodecs of(
      String topic, Catalog catalog, SchemaRegistry registry, PlainCodecs.Json.Numbers numbers) {
    Source source =
        catalog.sources().stream()
            .filter(each -> each.topic().equals(topic))
            .findFirst()
            .orElseThrow(
                () -> new CaseFailure("No stream or table stands on the topic " + topic + "."));
    return new TopicCodecs(
        codec(source, Schema.Side.KEY, registry, numbers),
        codec(source, Schema.Side.VALUE, registry, numbers),
        source.window());
  }

  private static ValueCodec codec(
      Source source, Schema.Side side, SchemaRegistry registry, PlainCodecs.Json.Numbers numbers) {
    FormatSpec spec = side == Schema.Side.KEY ? source.keyFormat() : source.valueFormat();
    List<Column> columns = source.schema().columns(side);
    String subject = source.topic() + "-" + side.name().toLowerCase(Locale.ROOT);
    return switch (spec.name()) {
      case "JSON" -> new PlainCodecs.Json(numbers);
      case "DELIMITED" -> new PlainCodecs.Text();
      case "KAFKA" ->
          new PlainCodecs.Kafka(
              columns.isEmpty() ? SqlBaseType.STRING : columns.get(0).type().baseType());
      // Keys that are not declared may be anything; a case writes them as text.
      case "NONE" -> side == Schema.Side.KEY ? new PlainCodecs.Text() : new PlainCodecs.None();
      case "AVRO" -> new AvroCodec(registry, subject);
      case "JSON_SR" -> new JsonSchemaCodec(registry, subject);
      case "PROTOBUF" ->
          new ProtobufCodec(
              registry, subject, Optional.ofNullable(spec.options().get("SCHEMA_FULL_NAME")));
      case "PROTOBUF_NOSR" -> {
        FormatContext context = FormatContext.of(source.topic(), side).withOptions(spec.options());
        yield PlainProtobufCodec.of(columns, spec.wrapped() ? context : context.bare());
      }
      default ->
          throw new CaseFailure("Records of the format " + spec.name() + " cannot be compared.");
    };
  }

  /** The bytes of a record's key, with its window. */
  byte[] keyBytes(TestCase.Message message) {
    byte[] plain = key.encode(message.key());
    if (message.window().isEmpty() || plain == null) {
      return plain;
    }
    TestCase.Window bounds = message.window().get();
    WindowInfo type =
        window.orElseThrow(
            () -> new CaseFailure("The keys of " + message.topic() + " have no windows."));
    return WindowedKeyCodec.of(type).encode(plain, bounds.start(), bounds.end());
  }

  /** The bytes of a record's value. */
  byte[] valueBytes(JsonNode json) {
    return value.encode(json);
  }

  /** The key of a record without its window, as plain values. */
  Object key(byte[] bytes) {
    return key.decode(window.map(type -> WindowedKeyCodec.of(type).key(bytes)).orElse(bytes));
  }

  /** The window of a record's key. */
  Optional<TestCase.Window> window(byte[] key) {
    if (key == null) {
      return Optional.empty();
    }
    return window.map(
        type -> {
          WindowedKeyCodec codec = WindowedKeyCodec.of(type);
          return new TestCase.Window(
              codec.start(key), codec.end(key), type.type() == WindowInfo.Type.SESSION);
        });
  }

  /** The value of a record as plain values. */
  Object value(byte[] bytes) {
    return value.decode(bytes);
  }
}
