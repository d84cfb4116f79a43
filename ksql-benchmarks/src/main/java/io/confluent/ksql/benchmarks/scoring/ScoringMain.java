package io.confluent.ksql.benchmarks.scoring;

import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.benchmarks.figure.Figures;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores the same messages with ANOMALY, exactly and in single precision, and in the original's
 * way, in turn, in one process. Prints how many have the same digits exactly, the greatest relative
 * difference in single precision, and nanoseconds of computing a message in the three ways.
 */
public final class ScoringMain {
  private static final int WARM_ROUNDS = 60;
  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ScoringMain() {}

  /**
   * @param arguments the model as MOJO, and as source of Java
   */
  public static void main(String[] arguments) throws Exception {
    AnomalyKudf exact = function(arguments[0], "EXACT");
    AnomalyKudf single = function(arguments[0], "FLOAT");
    OriginalScorer original = new OriginalScorer(CompiledModel.of(Path.of(arguments[1])));
    List<String> texts = IntStream.range(0, Beats.DIFFERENT).mapToObj(Beats::text).toList();
    int same = 0;
    double difference = 0;
    for (String text : texts) {
      double reference = original.score(text);
      same += Double.compare(exact.anomaly(text), reference) == 0 ? 1 : 0;
      difference = Math.max(difference, Math.abs(single.anomaly(text) / reference - 1));
    }
    List<List<Double>> nanos = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      double[] times = {
        nanos(texts, exact::anomaly), nanos(texts, single::anomaly), nanos(texts, original::score)
      };
      for (int i = 0; i < times.length && round >= WARM_ROUNDS; i++) {
        nanos.get(i).add(times[i]);
      }
    }
    System.out.println(same);
    System.out.println(difference);
    nanos.forEach(each -> System.out.println(Figures.median(each)));
  }

  private static AnomalyKudf function(String model, String precision) {
    AnomalyKudf function = new AnomalyKudf();
    function.configure(
        Map.of("ksql.functions.anomaly.model", model, "ksql.ml.precision", precision));
    return function;
  }

  private static double nanos(List<String> messages, ToDoubleFunction<String> scorer) {
    long start = THREADS.getCurrentThreadCpuTime();
    double sum = 0;
    for (String message : messages) {
      sum += scorer.applyAsDouble(message);
    }
    double nanos = THREADS.getCurrentThreadCpuTime() - start;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("A score is not a number.");
    }
    return nanos / messages.size();
  }
}
