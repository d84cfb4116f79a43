package io.confluent.ksql.benchmarks.micro;

import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.NumberListParser;
import io.confluent.ksql.ml.h2o.BundledModels;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A message of 210 readings: its parsing, its scoring, and both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoreBenchmark {
  private static final int MESSAGES = 256;

  private final byte[][] messages = new byte[MESSAGES][];
  private final String[] texts = new String[MESSAGES];
  private final double[][] readings = new double[MESSAGES][210];
  private final double[] numbers = new double[210];
  private final double[] score = new double[1];
  private final NumberListParser parser = new NumberListParser();
  private Model model;
  private AnomalyScorer scorer;
  private int next;

  /** Messages, and the same as numbers. */
  @Setup
  public void prepare() {
    model = BundledModels.ecgAutoencoder();
    scorer = new AnomalyScorer(model);
    for (int i = 0; i < MESSAGES; i++) {
      texts[i] = Beats.text(i);
      messages[i] = texts[i].getBytes(StandardCharsets.UTF_8);
      parser.parse(messages[i], 0, messages[i].length, readings[i]);
    }
  }

  private int number() {
    return next++ & (MESSAGES - 1);
  }

  /** Text to numbers, with the parser of the scorer. */
  @Benchmark
  public double[] parse() {
    byte[] message = messages[number()];
    parser.parse(message, 0, message.length, numbers);
    return numbers;
  }

  /** Text to numbers, with what Java brings. */
  @Benchmark
  public double[] splitAndParseDouble() {
    String[] parts = texts[number()].split("#");
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  /** Numbers to score. */
  @Benchmark
  public double score() {
    model.score(readings[number()], score);
    return score[0];
  }

  /** Text to score. */
  @Benchmark
  public double parseAndScore() {
    byte[] message = messages[number()];
    return scorer.score(message, 0, message.length);
  }
}
