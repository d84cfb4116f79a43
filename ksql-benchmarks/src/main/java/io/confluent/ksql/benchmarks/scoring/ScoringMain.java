package io.confluent.ksql.benchmarks.scoring;

import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.benchmarks.figure.Figures;
import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.ModelLoader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Scores the same messages in both ways, in turn, in one process. Prints how many have the same
 * digits, and nanoseconds of computing a message: ours of text, ours of bytes, the original's.
 */
public final class ScoringMain {
  private static final int WARM_ROUNDS = 15;
  private static final int ROUNDS = 15;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static double sink;

  private ScoringMain() {}

  /**
   * @param arguments the model as MOJO, and as source of Java
   */
  public static void main(String[] arguments) throws Exception {
    AnomalyScorer ours = new AnomalyScorer(ModelLoader.builtIn().load(arguments[0]));
    OriginalScorer original = new OriginalScorer(CompiledModel.of(Path.of(arguments[1])));
    List<String> texts = new ArrayList<>();
    List<byte[]> bytes = new ArrayList<>();
    int same = 0;
    for (int i = 0; i < Beats.DIFFERENT; i++) {
      String text = Beats.text(i);
      texts.add(text);
      bytes.add(text.getBytes(StandardCharsets.UTF_8));
      same += Double.compare(ours.score(text), original.score(text)) == 0 ? 1 : 0;
    }
    List<Double> oursOfText = new ArrayList<>();
    List<Double> oursOfBytes = new ArrayList<>();
    List<Double> originals = new ArrayList<>();
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      double text = nanos(texts, ours::score);
      double utf8 = nanos(bytes, message -> ours.score(message, 0, message.length));
      double old = nanos(texts, original::score);
      if (round >= WARM_ROUNDS) {
        oursOfText.add(text);
        oursOfBytes.add(utf8);
        originals.add(old);
      }
    }
    System.out.printf(
        "%d %f %f %f%n",
        same, Figures.median(oursOfText), Figures.median(oursOfBytes), Figures.median(originals));
    if (Double.isNaN(sink)) {
      System.err.println("The scores are not numbers.");
    }
  }

  private static <T> double nanos(List<T> messages, ToDoubleFunction<T> scorer) {
    long start = THREADS.getCurrentThreadCpuTime();
    double sum = 0;
    for (T message : messages) {
      sum += scorer.applyAsDouble(message);
    }
    sink += sum;
    return (THREADS.getCurrentThreadCpuTime() - start) / (double) messages.size();
  }
}
