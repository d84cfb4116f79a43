package io.confluent.ksql.tools.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains with one pair of seeds after the other until a model keeps the meaning of the documents'
 * thresholds on the documents' messages, with a margin.
 */
public final class SeedSearch {
  private final AutoencoderTrainer trainer;
  private final List<Attempt> attempts = new ArrayList<>();

  /**
   * One training and what came of it.
   *
   * @param recipe with the seeds that were tried
   * @param scores what the model said of the documents' messages
   */
  public record Attempt(Recipe recipe, DocumentScores scores) {}

  /** A search that has tried nothing yet. */
  public SeedSearch(AutoencoderTrainer trainer) {
    this.trainer = trainer;
  }

  /**
   * Tries recipes in order, each with its own seeds and then with both moved by one, two, ...
   *
   * @param tries how many pairs of seeds for each recipe
   * @return the first model that fits; empty if none does
   */
  public Optional<TrainedModel> run(List<Recipe> recipes, int tries) {
    for (Recipe recipe : recipes) {
      for (int i = 0; i < tries; i++) {
        TrainedModel model = trainer.train(recipe.withSeedsMovedBy(i));
        DocumentScores scores = DocumentScores.of(model.scorer());
        attempts.add(new Attempt(model.recipe(), scores));
        if (scores.meetThresholdsWithMargin()) {
          return Optional.of(model);
        }
      }
    }
    return Optional.empty();
  }

  /** What was tried, in order. */
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }
}
