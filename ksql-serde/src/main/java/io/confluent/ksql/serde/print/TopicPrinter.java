package io.confluent.ksql.serde.print;

import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines that PRINT shows: the guessed formats whenever they narrow, and a line a record. */
public final class TopicPrinter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS 'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final RecordGuess keys;
  private final RecordGuess values;
  private String keyFormats = "";
  private String valueFormats = "";

  /** A printer of one topic. */
  public TopicPrinter(Optional<SchemaRegistry> registry) {
    keys = RecordGuess.ofKeys(registry);
    values = RecordGuess.ofValues(registry);
  }

  /**
   * The lines to be shown for the next record.
   *
   * @param timestamp time of the record, ms since the epoch
   * @param key key, may be null
   * @param value value, may be null
   */
  public List<String> lines(long timestamp, byte[] key, byte[] value, int partition) {
    List<String> lines = new ArrayList<>();
    String keyText = keys.render(key);
    String valueText = values.render(value);
    if (!keys.formats().equals(keyFormats)) {
      keyFormats = keys.formats();
      lines.add("Key format: " + keyFormats);
      note(keys, "KEY", lines);
    }
    if (!values.formats().equals(valueFormats)) {
      valueFormats = values.formats();
      lines.add("Value format: " + valueFormats);
      note(values, "VALUE", lines);
    }
    lines.add(
        "rowtime: %s, key: %s, value: %s, partition: %d"
            .formatted(
                TIME.format(Instant.ofEpochMilli(timestamp)), keyText, valueText, partition));
    return lines;
  }

  private static void note(RecordGuess guess, String side, List<String> lines) {
    if (guess.isInEnvelopes()) {
      lines.add(
          "  Envelopes of Kafka Connect, {\"schema\":..,\"payload\":..}: the payload is shown."
              + " %s_FORMAT='%s' reads it.".formatted(side, EnvelopeCandidate.NAME));
    }
  }
}
