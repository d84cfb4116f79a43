package io.confluent.ksql.serde;

import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a decoder or an encoder has to know beside its columns.
 *
 * @param topic the topic read or written
 * @param side key or value
 * @param options values of the format's options by name, in upper case
 * @param wrapped whether a single value column is a record with one field (true) or the bare value;
 *     a single key column is always bare, several columns are always a record
 * @param registry the schema registry, if one is configured
 * @param needed which columns a decoder has to fill; others stay null and are not even checked
 * @param texts in which form a decoder that can choose gives texts
 */
public record FormatContext(
    String topic,
    Schema.Side side,
    Map<String, String> options,
    boolean wrapped,
    Optional<SchemaRegistry> registry,
    ColumnMask needed,
    Texts texts) {
  public FormatContext {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(side, "side");
    options = Map.copyOf(options);
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(needed, "needed");
    Objects.requireNonNull(texts, "texts");
  }

  /** The form of texts at the top of a row. */
  public enum Texts {
    /** Each is a String. */
    STRINGS,
    /** Those in ASCII that stand in the record as they are may be a {@link RawText}. */
    RAW
  }

  /** No options, no registry, wrapped, all columns. */
  public static FormatContext of(String topic, Schema.Side side) {
    return new FormatContext(
        topic, side, Map.of(), true, Optional.empty(), ColumnMask.ALL, Texts.STRINGS);
  }

  /** The same for another topic. */
  public FormatContext withTopic(String name) {
    return new FormatContext(name, side, options, wrapped, registry, needed, texts);
  }

  /** The same with these options instead. */
  public FormatContext withOptions(Map<String, String> values) {
    return new FormatContext(topic, side, values, wrapped, registry, needed, texts);
  }

  /** The same, a single column being the bare value. */
  public FormatContext bare() {
    return new FormatContext(topic, side, options, false, registry, needed, texts);
  }

  /** The same with a registry. */
  public FormatContext withRegistry(SchemaRegistry schemas) {
    return new FormatContext(topic, side, options, wrapped, Optional.of(schemas), needed, texts);
  }

  /** The same, decoding only some of the columns. */
  public FormatContext withNeeded(ColumnMask columns) {
    return new FormatContext(topic, side, options, wrapped, registry, columns, texts);
  }

  /** The same, with texts in that form. */
  public FormatContext withTexts(Texts form) {
    return new FormatContext(topic, side, options, wrapped, registry, needed, form);
  }

  /** The value of an option, or its default. */
  public <T> T option(Setting<T> option) {
    return Settings.of(options).get(option);
  }

  /** Whether that many columns are written as one bare value. */
  public boolean isBare(int columns) {
    return columns == 1 && (side == Schema.Side.KEY || !wrapped);
  }

  /** The registry's subject for this side of the topic. */
  public String subject() {
    return switch (side) {
      case KEY -> topic + "-key";
      case VALUE -> topic + "-value";
    };
  }
}
