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
  private static final String UNIT = "ns of CPU a message";
  private static final double GREATEST_DIFFERENCE = 1e-5;
  private static final String SOURCE = "ecg_autoencoder.java";

  private final Launcher launcher;

  /** With processes of a launcher. */
  public ScoringBenchmark(Launcher launcher) {
    this.launcher = launcher;
  }

  /**
   * Nanoseconds of computing a message.
   *
   * @throws IllegalStateException if a message does not get the same score: to the last digit, or
   *     in single precision to one part in 100,000
   */
  public List<Comparison> run(int runs) {
    Path directory = launcher.directory("model");
    Path mojo = directory.resolve("model.zip");
    Path source = directory.resolve(SOURCE);
    launcher.train(List.of("--out", mojo.toString(), "--pojo", source.toString())).requireSuccess();
    List<Double> exact = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    List<Double> original = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      List<String> figures = figures(mojo, source);
      exact.add(Double.valueOf(figures.get(2)));
      single.add(Double.valueOf(figures.get(3)));
      original.add(Double.valueOf(figures.get(4)));
    }
    return List.of(
        Comparison.of("score-exact", UNIT, exact, "the original's way", original),
        Comparison.of("score-float", UNIT, single, "the original's way", original));
  }

  private List<String> figures(Path mojo, Path source) {
    List<String> arguments = List.of(mojo.toString(), source.toString());
    RunningProcess process = launcher.program(ScoringMain.class, arguments, "");
    process.requireSuccess();
    List<String> figures = process.output().lines().toList();
    if (Integer.parseInt(figures.get(0)) != Beats.DIFFERENT) {
      throw new IllegalStateException(
          "Only %s of %d messages got the same digits".formatted(figures.get(0), Beats.DIFFERENT));
    }
    if (Double.parseDouble(figures.get(1)) > GREATEST_DIFFERENCE) {
      throw new IllegalStateException(
          "In single precision a score differs by one part in "
              + 1 / Double.parseDouble(figures.get(1)));
    }
    return figures;
  }
}
