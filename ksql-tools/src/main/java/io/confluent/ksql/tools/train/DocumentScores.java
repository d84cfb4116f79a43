package io.confluent.ksql.tools.train;

import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.tools.beats.DocumentMessages;

/**
 * What a model says of the documents' messages.
 *
 * @param normal score of 99999, which must not alert
 * @param first score of 33333, which alerts above 1.3
 * @param second score of 106, which alerts above 1.5
 */
public record DocumentScores(double normal, double first, double second) {
  static final double FIRST_THRESHOLD = 1.3;
  static final double SECOND_THRESHOLD = 1.5;
  private static final double MARGIN = 1.05;
  private static final double NORMAL_LIMIT = FIRST_THRESHOLD / 10;

  /** The scores by a model. */
  public static DocumentScores of(AnomalyScorer scorer) {
    return new DocumentScores(
        scorer.score(DocumentMessages.numbers("99999")),
        scorer.score(DocumentMessages.numbers("33333")),
        scorer.score(DocumentMessages.numbers("106")));
  }

  /** Whether the documents' statements alert on the documents' messages and on no normal one. */
  public boolean meetThresholds() {
    return normal < NORMAL_LIMIT && first > FIRST_THRESHOLD && second > SECOND_THRESHOLD;
  }

  /** Whether they do with 5 percent to spare. */
  public boolean meetThresholdsWithMargin() {
    return meetThresholds()
        && first > FIRST_THRESHOLD * MARGIN
        && second > SECOND_THRESHOLD * MARGIN;
  }
}
