package io.confluent.ksql.tools.beats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the directory {@code test-data}, made from seeds. */
public final class TestData {
  /** Rows of 210 numbers, separated by commas: normal beats, then one of each disorder. */
  public static final String TEST_ROWS = "ecg_discord_test.csv";

  /** The same rows as messages {@code id,n#n#...}, the documents' messages and a short one. */
  public static final String TEST_MESSAGES = "ecg_discord_test.msgs";

  /** Normal beats to train on. */
  public static final String TRAINING_ROWS = "ecg_discord_train.csv";

  private static final int NORMAL_ROWS = 18;
  private static final int TRAINING_ROW_COUNT = 500;
  private static final long TEST_SEED = 2017;

  private TestData() {}

  /**
   * Writes the three files into a directory.
   *
   * @param trainingSeed seed of the beats to train on
   */
  public static void write(Path directory, long trainingSeed) throws IOException {
    List<double[]> rows = testRows();
    Files.writeString(directory.resolve(TEST_ROWS), lines(rows.stream().map(TestData::csv)));
    Files.writeString(directory.resolve(TEST_MESSAGES), lines(messages(rows).stream()));
    double[][] training = new BeatSimulator(trainingSeed).next(TRAINING_ROW_COUNT);
    Files.writeString(
        directory.resolve(TRAINING_ROWS), lines(Arrays.stream(training).map(TestData::csv)));
  }

  private static List<double[]> testRows() {
    BeatSimulator beats = new BeatSimulator(TEST_SEED);
    Random random = new Random(TEST_SEED);
    List<double[]> rows = new ArrayList<>(List.of(beats.next(NORMAL_ROWS)));
    for (Disorder disorder : Disorder.values()) {
      rows.add(disorder.applyTo(beats.next(), random));
    }
    return rows;
  }

  private static List<String> messages(List<double[]> rows) {
    List<String> messages = new ArrayList<>();
    for (double[] row : rows) {
      messages.add(messages.size() + 1 + "," + joined(row, "#"));
    }
    messages.addAll(DocumentMessages.lines());
    double[] cutOff = Arrays.copyOf(rows.get(0), BeatSimulator.SAMPLES - 1);
    messages.add(rows.size() + 1 + "," + joined(cutOff, "#"));
    return messages;
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String csv(double[] row) {
    return joined(row, ",");
  }

  private static String joined(double[] row, String separator) {
    return Arrays.stream(row)
        .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
        .collect(Collectors.joining(separator));
  }
}
