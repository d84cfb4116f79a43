package io.confluent.ksql.ml.h2o;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.ml.TrainingRange;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The file {@code training.ini} that our training tool puts beside the others of a MOJO: what the
 * model was trained on. H2O does not know it and does not mind it.
 *
 * <pre>
 * input = heartbeat
 * rows = 500
 * least = [0.57, 0.61]
 * greatest = [4.1, 4.3]
 * threshold = 0.039
 * </pre>
 */
public final class TrainingFile {
  private static final String FILE = "training.ini";

  private TrainingFile() {}

  /** A MOJO with that file in it. */
  public static byte[] into(byte[] mojo, TrainingRange range) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(mojo));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        in.transferTo(out);
      }
      out.putNextEntry(new ZipEntry(FILE));
      out.write(text(range).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String text(TrainingRange range) {
    String text =
        "input = %s\nrows = %d\nleast = %s\ngreatest = %s\n"
            .formatted(range.input(), range.rows(), range.least(), range.greatest());
    return range.threshold().isPresent()
        ? text + "threshold = " + range.threshold().getAsDouble() + "\n"
        : text;
  }

  /**
   * What the file of a MOJO says; empty if it has none.
   *
   * @param width how many inputs the model has
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it does not fit the model
   */
  static Optional<TrainingRange> read(MojoFiles files, int width, String origin)
      throws IOException {
    if (!files.exists(FILE)) {
      return Optional.empty();
    }
    Map<String, String> entries = new HashMap<>();
    try (BufferedReader lines = files.getTextFile(FILE)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("=", 2);
        if (parts.length == 2) {
          entries.put(parts[0].trim(), parts[1].trim());
        }
      }
    }
    try {
      TrainingRange range =
          new TrainingRange(
              entries.getOrDefault("input", "unknown"),
              Integer.parseInt(entries.getOrDefault("rows", "0")),
              numbers(entries.getOrDefault("least", "")),
              numbers(entries.getOrDefault("greatest", "")),
              entries.containsKey("threshold")
                  ? OptionalDouble.of(Double.parseDouble(entries.get("threshold")))
                  : OptionalDouble.empty());
      if (range.width() == width) {
        return Optional.of(range);
      }
      throw new IllegalArgumentException(range.width() + " ranges for " + width + " inputs");
    } catch (IllegalArgumentException e) {
      throw Diagnostic.error(ErrorCode.MODEL, "The model %s is broken: its %s.", origin, FILE)
          .hint(String.valueOf(e.getMessage()))
          .toException(e);
    }
  }

  private static double[] numbers(String text) {
    List<String> parts = List.of(text.replaceAll("^\\[|\\]$", "").split(",", -1));
    return Arrays.stream(parts.toArray(String[]::new)).mapToDouble(Double::parseDouble).toArray();
  }
}
