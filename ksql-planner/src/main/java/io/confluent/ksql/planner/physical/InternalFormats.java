package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Formats of what only the engine reads: internal topics and stores. Values are JSON whatever the
 * source is, since a row with NULLs or without columns must come back as it was, which not every
 * format can do. Keys keep the source's format where it can hold them, so that both sides of a join
 * agree on the bytes.
 */
public final class InternalFormats {
  private static final FormatSpec JSON_VALUE = new FormatSpec("JSON", Map.of(), true);
  private static final FormatSpec JSON_KEY = new FormatSpec("JSON", Map.of(), false);

  /** Options of a format that speak of the schema of one topic. */
  private static final String SCHEMA_OPTIONS = "SCHEMA_";

  private final FormatSupport formats;
  private final FormatSpec keyByDefault;
  private final Map<String, String> reading;

  /**
   * @param formats the formats there are
   * @param keyByDefault name of the format of keys where a source has none
   * @param reading options of formats that have them, for the topics that a query reads
   */
  public InternalFormats(FormatSupport formats, String keyByDefault, Map<String, String> reading) {
    this.formats = Objects.requireNonNull(formats, "formats");
    this.reading = Map.copyOf(reading);
    String name = keyByDefault.toUpperCase(Locale.ROOT);
    boolean wrapped = formats.abilities(name).filter(able -> !able.unwrapsSingles()).isPresent();
    this.keyByDefault = new FormatSpec(name, Map.of(), wrapped);
  }

  /** Those of a query whose topics are read in no other way than they are declared. */
  public InternalFormats(FormatSupport formats, String keyByDefault) {
    this(formats, keyByDefault, Map.of());
  }

  /** How a topic of that format is read. */
  FormatSpec read(FormatSpec format) {
    Map<String, String> options = new HashMap<>(format.options());
    reading.forEach(
        (option, value) -> {
          if (formats
              .abilities(format.name())
              .filter(a -> a.options().contains(option))
              .isPresent()) {
            options.put(option, value);
          }
        });
    return new FormatSpec(format.name(), options, format.wrapped());
  }

  /** The format of a value. */
  public FormatSpec value() {
    return JSON_VALUE;
  }

  /**
   * The format of a value that is to be read back as who reads the sink does: protobuf without a
   * form for NULL makes something else of it.
   */
  public FormatSpec valueLike(FormatSpec sink) {
    return sink.name().equals("PROTOBUF") || sink.name().equals("PROTOBUF_NOSR")
        ? new FormatSpec("PROTOBUF_NOSR", withoutSchema(sink).options(), sink.wrapped())
        : JSON_VALUE;
  }

  /**
   * The format of a key.
   *
   * @param preferred the format of the source's key
   */
  public FormatSpec key(FormatSpec preferred, List<Column> columns) {
    boolean none = preferred.name().equals(FormatSpec.NONE.name());
    FormatSpec wanted = none ? keyByDefault : withoutSchema(preferred);
    boolean able = formats.problem(wanted, columns, Schema.Side.KEY).isEmpty();
    return able && columns.size() == 1 ? wanted : JSON_KEY;
  }

  private static FormatSpec withoutSchema(FormatSpec format) {
    Map<String, String> options = new HashMap<>(format.options());
    options.keySet().removeIf(name -> name.startsWith(SCHEMA_OPTIONS));
    return new FormatSpec(format.name(), options, format.wrapped());
  }
}
