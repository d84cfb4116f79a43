package io.confluent.ksql.ml.h2o;

import hex.ModelCategory;
import hex.genmodel.GenModel;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.ml.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * An autoencoder scored by H2O's own runtime. A model there may keep its intermediate values in
 * fields, so each thread has an instance.
 */
final class GenModelAutoencoder implements Model {
  private final String description;
  private final List<String> inputs;
  private final ThreadLocal<Instance> instances;

  /**
   * @param models gives an instance that a thread may use for itself
   */
  GenModelAutoencoder(Supplier<GenModel> models, String origin) {
    GenModel model = models.get();
    MojoFormat.requireAutoencoder(model.getModelCategory().name(), origin);
    if (model.nCatFeatures() > 0) {
      throw Diagnostic.error(
              ErrorCode.MODEL,
              "The model %s has columns of categories; only numbers can be scored.",
              origin)
          .toException();
    }
    this.description = "H2O autoencoder (" + origin + ")";
    this.inputs = List.of(Arrays.copyOf(model.getNames(), model.nfeatures()));
    this.instances = ThreadLocal.withInitial(() -> new Instance(models.get()));
    scoreOnce(model, origin);
  }

  /**
   * A model whose numbers do not fit together is found here, not at the first record; H2O asserts.
   */
  private static void scoreOnce(GenModel model, String origin) {
    try {
      new Instance(model).score(new double[model.nfeatures()]);
    } catch (RuntimeException | AssertionError e) {
      throw Diagnostic.error(ErrorCode.MODEL, "The model %s is broken: it cannot score.", origin)
          .hint(String.valueOf(e.getMessage()))
          .toException(e);
    }
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return TanhAutoencoder.OUTPUTS;
  }

  @Override
  public void score(double[] input, double[] output) {
    output[0] = instances.get().score(input);
  }

  /** A model and its arrays; H2O may overwrite its input. */
  private static final class Instance {
    private final GenModel model;
    private final double[] given;
    private final double[] reconstructed;

    Instance(GenModel model) {
      this.model = model;
      this.given = new double[model.nfeatures()];
      this.reconstructed = new double[model.getPredsSize(ModelCategory.AutoEncoder)];
    }

    double score(double[] input) {
      System.arraycopy(input, 0, given, 0, given.length);
      double[] result = model.score0(given, reconstructed);
      double sum = 0;
      for (int i = 0; i < input.length; i++) {
        double difference = input[i] - result[i];
        sum += difference * difference;
      }
      return sum / input.length;
    }
  }
}
