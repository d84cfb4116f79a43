package io.confluent.ksql.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.ml.h2o.BundledModels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AnomalyScorerTest {
  private static final int WIDTH = 210;

  private final AnomalyScorer scorer = new AnomalyScorer(BundledModels.ecgAutoencoder());

  private static String message(Random random, int width) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < width; i++) {
      text.append(i == 0 ? "" : "#").append(random.nextInt(1000) / 100.0);
    }
    return text.toString();
  }

  @Test
  void saysHowManyNumbersThereShouldBe() {
    assertThatThrownBy(() -> scorer.score(message(new Random(1), 209)))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessage("209 numbers found, 210 expected");
    assertThatThrownBy(() -> scorer.score(message(new Random(1), 211)))
        .hasMessage("211 numbers found, 210 expected");
    assertThatThrownBy(() -> scorer.score("")).hasMessage("0 numbers found, 210 expected");
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    String huge = "1e300#".repeat(WIDTH - 1) + "-1e300";
    assertThatThrownBy(() -> scorer.score(huge))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void scoresAPartOfARecord() {
    String message = message(new Random(2), WIDTH);
    byte[] record = ("17,\"" + message + "\",x").getBytes(StandardCharsets.UTF_8);
    assertThat(scorer.score(record, 4, record.length - 3)).isEqualTo(scorer.score(message));
  }

  @Test
  void scoresAllSeparatorsAlike() {
    String message = message(new Random(3), WIDTH);
    double score = scorer.score(message);
    assertThat(scorer.score(message.replace("#", "# "))).isEqualTo(score);
    assertThat(scorer.score(message.replace('#', ';'))).isEqualTo(score);
    assertThat(scorer.score(message.replace('#', ' '))).isEqualTo(score);
    assertThat(scorer.score("[" + message.replace('#', ',') + "]")).isEqualTo(score);
  }

  @Test
  void scoresTheSameInEightThreads() throws Exception {
    List<String> messages = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 64; i++) {
      messages.add(message(random, WIDTH));
      expected.add(scorer.score(messages.get(i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Double>>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> scoreAll(messages, 20)));
      }
      for (Future<List<Double>> result : results) {
        List<Double> scores = result.get();
        for (int i = 0; i < scores.size(); i++) {
          assertThat(scores.get(i)).isEqualTo(expected.get(i % expected.size()));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Double> scoreAll(List<String> messages, int rounds) {
    List<Double> scores = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (String message : messages) {
        scores.add(scorer.score(message));
      }
    }
    return scores;
  }

  @Test
  void refusesAModelOfSeveralOutputs() {
    assertThatThrownBy(() -> new AnomalyScorer(new TwoOutputs()))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("gives 2");
  }

  /** A model whose outputs are no anomaly score. */
  private static final class TwoOutputs implements Model {
    @Override
    public String description() {
      return "minimum and maximum";
    }

    @Override
    public List<String> inputs() {
      return List.of("a", "b");
    }

    @Override
    public List<String> outputs() {
      return List.of("min", "max");
    }

    @Override
    public void score(double[] input, double[] output) {
      output[0] = Math.min(input[0], input[1]);
      output[1] = Math.max(input[0], input[1]);
    }
  }
}
