package io.confluent.ksql.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case: ours, and beside it what it is measured against. The n-th value of a baseline was
 * measured right after the n-th of ours, so that ratios are taken pair by pair.
 *
 * @param name of the case
 * @param unit of the values; less is better
 * @param ours one value a run, or a turn of it
 * @param baselines by name, the one that matters most first
 */
public record Comparison(String name, String unit, Series ours, Map<String, Series> baselines) {
  public Comparison {
    baselines = new LinkedHashMap<>(baselines);
    baselines.forEach(
        (baseline, series) -> {
          if (series.values().size() != ours.values().size()) {
            throw new IllegalArgumentException(baseline + " has another number of runs than ours");
          }
        });
  }

  /** Against one baseline. */
  public static Comparison of(
      String name, String unit, List<Double> ours, String baseline, List<Double> theirs) {
    return new Comparison(name, unit, Series.of(ours), Map.of(baseline, Series.of(theirs)));
  }

  /** How many times it was measured: how many ratios there are. */
  public int runs() {
    return ours.values().size();
  }

  /** Ours divided by the baseline, one of each pair. */
  public List<Double> ratios(String baseline) {
    List<Double> theirs = baselines.get(baseline).values();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < runs(); i++) {
      ratios.add(ours.values().get(i) / theirs.get(i));
    }
    return ratios;
  }

  /** The ratio in the middle. */
  public double ratio(String baseline) {
    return Figures.median(ratios(baseline));
  }

  /** How wide the middle half of the ratios is, as a part of the ratio. */
  public double spread(String baseline) {
    return Figures.spread(ratios(baseline));
  }
}
