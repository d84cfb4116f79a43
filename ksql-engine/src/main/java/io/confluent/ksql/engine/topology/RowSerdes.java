package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.WindowedKeyCodec;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.Window;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.kstream.internals.SessionWindow;
import org.apache.kafka.streams.kstream.internals.TimeWindow;

/**
 * Rows as Kafka Streams wants them written and read. Kafka Streams shares a serde among threads,
 * while an encoder or a decoder belongs to one; so each thread has its own.
 */
public final class RowSerdes {
  private final Formats formats;
  private final Optional<SchemaRegistry> registry;

  /** Serdes of these formats, with a registry if there is one. */
  public RowSerdes(Formats formats, Optional<SchemaRegistry> registry) {
    this.formats = Objects.requireNonNull(formats, "formats");
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /**
   * Keys: {@link Row}, or {@link Windowed} rows.
   *
   * @param topic the topic that holds them, where Kafka Streams does not say another
   * @param window how they are windowed, if they are
   */
  public Serde<Object> key(
      String topic, List<Column> columns, FormatSpec format, Optional<WindowInfo> window) {
    FormatContext context = context(topic, Schema.Side.KEY, format);
    return Serdes.serdeFrom(
        keySerializer(columns, format, context, window),
        keyDeserializer(columns, format, context, window));
  }

  /** Values: {@link Row}. */
  public Serde<Row> value(String topic, List<Column> columns, FormatSpec format) {
    FormatContext context = context(topic, Schema.Side.VALUE, format);
    return Serdes.serdeFrom(
        valueSerializer(columns, format, context), valueDeserializer(columns, format, context));
  }

  /** Whether a format writes texts that are still in the form of a record. */
  boolean writesRawTexts(FormatSpec format) {
    return formats.get(format.name()).writesRawTexts();
  }

  /** The values of a scan: what is not used is not decoded. */
  Serde<Row> value(ScanStep scan, FormatContext.Texts texts) {
    ColumnMask needed =
        scan.used()
            .map(used -> ColumnMask.of(used.stream().mapToInt(Integer::intValue).toArray()))
            .orElse(ColumnMask.ALL);
    FormatContext context =
        context(scan.topic(), Schema.Side.VALUE, scan.valueFormat())
            .withNeeded(needed)
            .withTexts(texts);
    List<Column> columns = scan.columns().value();
    return Serdes.serdeFrom(
        valueSerializer(columns, scan.valueFormat(), context),
        valueDeserializer(columns, scan.valueFormat(), context));
  }

  private FormatContext context(String topic, Schema.Side side, FormatSpec format) {
    return new FormatContext(
        topic,
        side,
        format.options(),
        format.wrapped(),
        registry,
        ColumnMask.ALL,
        FormatContext.Texts.STRINGS);
  }

  private Serializer<Object> keySerializer(
      List<Column> columns, FormatSpec format, FormatContext context, Optional<WindowInfo> window) {
    ThreadLocal<TopicEncoders> encoders =
        ThreadLocal.withInitial(
            () ->
                new TopicEncoders(
                    topic ->
                        formats.get(format.name()).encoder(columns, context.withTopic(topic))));
    Serializer<Row> plain =
        (topic, key) ->
            encoders.get().of(topic == null ? context.topic() : topic).encode(key.values());
    if (window.isEmpty()) {
      return (topic, key) -> key == null ? null : plain.serialize(topic, (Row) key);
    }
    WindowedKeyCodec codec = WindowedKeyCodec.of(window.get());
    return (topic, key) -> {
      if (key == null) {
        return null;
      }
      Windowed<?> windowed = (Windowed<?>) key;
      byte[] bytes = plain.serialize(topic, (Row) windowed.key());
      return codec.encode(bytes, windowed.window().start(), windowed.window().end());
    };
  }

  private Deserializer<Object> keyDeserializer(
      List<Column> columns, FormatSpec format, FormatContext context, Optional<WindowInfo> window) {
    ThreadLocal<RowDecoder> decoder = decoder(columns, format, context);
    if (window.isEmpty()) {
      return (topic, bytes) -> row(decoder.get().decode(bytes));
    }
    WindowedKeyCodec codec = WindowedKeyCodec.of(window.get());
    boolean session = window.get().type() == WindowInfo.Type.SESSION;
    return (topic, bytes) -> {
      if (bytes == null) {
        return null;
      }
      Row plain = row(decoder.get().decode(codec.key(bytes)));
      return plain == null ? null : new Windowed<>(plain, window(codec, bytes, session));
    };
  }

  private static Window window(WindowedKeyCodec codec, byte[] bytes, boolean session) {
    long start = codec.start(bytes);
    long end = codec.end(bytes);
    boolean possible = start >= 0 && (session ? end >= start : end > start);
    if (!possible) {
      throw new DecodeException("A window cannot reach from " + start + " to " + end);
    }
    return session ? new SessionWindow(start, end) : new TimeWindow(start, end);
  }

  private Serializer<Row> valueSerializer(
      List<Column> columns, FormatSpec format, FormatContext context) {
    ThreadLocal<RowEncoder> encoder = encoder(columns, format, context);
    return (topic, row) -> row == null ? null : encoder.get().encode(row.values());
  }

  private Deserializer<Row> valueDeserializer(
      List<Column> columns, FormatSpec format, FormatContext context) {
    ThreadLocal<RowDecoder> decoder = decoder(columns, format, context);
    return (topic, bytes) -> row(decoder.get().decode(bytes));
  }

  private ThreadLocal<RowEncoder> encoder(
      List<Column> columns, FormatSpec format, FormatContext context) {
    return ThreadLocal.withInitial(() -> formats.get(format.name()).encoder(columns, context));
  }

  private ThreadLocal<RowDecoder> decoder(
      List<Column> columns, FormatSpec format, FormatContext context) {
    return ThreadLocal.withInitial(() -> formats.get(format.name()).decoder(columns, context));
  }

  private static Row row(Object[] values) {
    return values == null ? null : Row.of(values);
  }

  /** The same reader, but with something to hold on to where bytes cannot be decoded. */
  static Deserializer<Object> lenient(Deserializer<?> strict, Schema.Side side) {
    return (topic, bytes) -> {
      try {
        return strict.deserialize(topic, bytes);
      } catch (DecodeException e) {
        return new Undecodable(side, e, bytes);
      }
    };
  }
}
