package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.pipeline.Turn.Cost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Processes that take turns: while one runs, the others rest. Each round begins with another. */
final class Rounds implements AutoCloseable {
  private final Schedule schedule;
  private final List<Contestant> contestants = new ArrayList<>();

  Rounds(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * Takes in a process that was just started, and lets it read its first rows. No more of them: the
   * others rest all the while, but for a moment after it.
   */
  void enter(Contestant contestant) {
    contestant.begin();
    contestants.forEach(Contestant::report);
    contestants.add(contestant);
  }

  /**
   * What a row has cost, by the name of the process, in the order in which they entered, and in
   * each round that counts.
   */
  Map<String, List<Cost>> play() {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    contestants.forEach(contestant -> costs.put(contestant.name(), new ArrayList<>()));
    for (int round = 0; round < schedule.warmRounds() + schedule.rounds(); round++) {
      // All at once: the turns of a round follow each other at once.
      contestants.forEach(contestant -> contestant.provide(schedule.longestTurn()));
      // What one leaves for the broker to do falls to the next, which is not always the same.
      Collections.rotate(contestants, 1);
      for (Contestant contestant : contestants) {
        Cost cost = contestant.turn(schedule.turn());
        if (round >= schedule.warmRounds()) {
          costs.get(contestant.name()).add(cost);
        }
      }
    }
    return costs;
  }

  @Override
  public void close() {
    contestants.forEach(Contestant::close);
  }
}
