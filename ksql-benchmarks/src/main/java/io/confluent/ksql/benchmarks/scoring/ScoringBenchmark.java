package io.confluent.ksql.benchmarks.scoring;

import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.process.RunningProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains a model, and scores with it in our way and in the original's, in a process each run. */
public final class ScoringBenchmark {
  private static final String SOURCE = "ecg_autoencoder.java";

  private final Launcher launcher;

  /** With processes of a launcher. */
  public ScoringBenchmark(Launcher launcher) {
    this.launcher = launcher;
  }

  /**
   * Nanoseconds of computing a message.
   *
   * @throws IllegalStateException if a message does not get the same score, to the last digit
   */
  public List<Comparison> run(int runs) {
    Path directory = launcher.directory("model");
    Path mojo = directory.resolve("model.zip");
    Path source = directory.resolve(SOURCE);
    launcher.train(List.of("--out", mojo.toString(), "--pojo", source.toString())).requireSuccess();
    List<Double> ofText = new ArrayList<>();
    List<Double> ofBytes = new ArrayList<>();
    List<Double> original = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      List<String> arguments = List.of(mojo.toString(), source.toString());
      RunningProcess process = launcher.program(ScoringMain.class, arguments, "");
      process.requireSuccess();
      String[] figures = process.output().strip().split(" ");
      if (Integer.parseInt(figures[0]) != Beats.DIFFERENT) {
        throw new IllegalStateException(
            "Only %s of %d messages got the same digits".formatted(figures[0], Beats.DIFFERENT));
      }
      ofText.add(Double.valueOf(figures[1]));
      ofBytes.add(Double.valueOf(figures[2]));
      original.add(Double.valueOf(figures[3]));
    }
    return List.of(
        Comparison.of("score-text", "ns of CPU a message", ofText, "the original's way", original),
        Comparison.of(
            "score-bytes", "ns of CPU a message", ofBytes, "the original's way", original));
  }
}
