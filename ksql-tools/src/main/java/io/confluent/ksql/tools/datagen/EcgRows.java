package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.tools.beats.BeatSimulator;
import io.confluent.ksql.tools.beats.Disorder;
import io.confluent.ksql.tools.datagen.generate.RowSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Heartbeats, numbered from 1, of which some are disturbed. */
final class EcgRows implements RowSource {
  static final String KEY = "eventid";

  private static final List<Column> COLUMNS =
      List.of(new Column(KEY, SqlTypes.BIGINT), new Column("sensorinput", SqlTypes.STRING));

  private final BeatSimulator beats;
  private final Random random;
  private final double anomalies;
  private long rows;

  /**
   * Rows of a seed.
   *
   * @param anomalies share of the beats that have a disorder, from 0 to 1
   */
  EcgRows(long seed, double anomalies) {
    beats = new BeatSimulator(seed);
    // Not the beats' own numbers, else the share would decide about the beats, too.
    random = new Random(~seed);
    this.anomalies = anomalies;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public Object[] next() {
    double[] beat = beats.next();
    if (random.nextDouble() < anomalies) {
      Disorder[] disorders = Disorder.values();
      beat = disorders[random.nextInt(disorders.length)].applyTo(beat, random);
    }
    rows++;
    return new Object[] {rows, joined(beat)};
  }

  private static String joined(double[] beat) {
    StringBuilder text = new StringBuilder();
    for (double sample : beat) {
      text.append(text.isEmpty() ? "" : "#").append(String.format(Locale.ROOT, "%.2f", sample));
    }
    return text.toString();
  }
}
