package io.confluent.ksql.benchmarks.pipeline;

import java.time.Duration;

/**
 * How processes take turns.
 *
 * @param turn how long a turn is, at least
 * @param warmRounds how many turns of each process do not count
 * @param rounds how many count after that
 */
record Schedule(Duration turn, int warmRounds, int rounds) {
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /** A median of two would be no better than one. */
  private static final int LEAST_ROUNDS = 3;

  /** What a turn takes beyond its length: to settle, and to advance once more. */
  private static final Duration EDGES = Duration.ofMillis(700);

  /**
   * Turns of a process that has so long to get warm and so long to be measured, and is seen to
   * advance at such steps.
   */
  static Schedule of(Duration warm, Duration counted, Duration step) {
    // Less than a step, so that a turn is one and not two of them.
    Duration ofStep = step.multipliedBy(9).dividedBy(10);
    Duration turn = ofStep.compareTo(SHORTEST) > 0 ? ofStep : SHORTEST;
    return new Schedule(turn, turns(warm, turn), Math.max(LEAST_ROUNDS, turns(counted, turn)));
  }

  private static int turns(Duration time, Duration turn) {
    return (int) Math.ceil((double) time.toMillis() / turn.toMillis());
  }

  /** How long a turn is at most. */
  Duration longestTurn() {
    return turn.plus(EDGES);
  }
}
