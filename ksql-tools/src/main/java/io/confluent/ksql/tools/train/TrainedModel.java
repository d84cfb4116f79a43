package io.confluent.ksql.tools.train;

import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.TrainingRange;
import io.confluent.ksql.ml.h2o.MojoFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An autoencoder fresh from training. */
public final class TrainedModel {
  private final Recipe recipe;
  private final TrainingRange range;
  private final byte[] mojo;
  private final String javaSource;

  TrainedModel(Recipe recipe, TrainingRange range, byte[] mojo, String javaSource) {
    this.recipe = recipe;
    this.range = range;
    this.mojo = mojo;
    this.javaSource = javaSource;
  }

  /** How it was made. */
  public Recipe recipe() {
    return recipe;
  }

  /** What it was trained on. */
  public TrainingRange range() {
    return range;
  }

  /** Its MOJO, a zip; holds the time of training, so no two are the same. */
  public byte[] mojo() {
    return mojo.clone();
  }

  /** Its POJO: source of the class {@link AutoencoderTrainer#CLASS_NAME}. */
  public String javaSource() {
    return javaSource;
  }

  /** SHA-256 of its weights; the same for the same recipe. */
  public String weightsHash() {
    return WeightsHash.of(mojo);
  }

  /** A scorer of it. */
  public AnomalyScorer scorer() {
    try {
      return new AnomalyScorer(new MojoFormat().load(new ByteArrayInputStream(mojo), "trained"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
