package io.confluent.ksql.ml.h2o;

import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.TrainingRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A model beside which it stands what it was trained on. */
record RangedModel(Model model, TrainingRange range) implements Model {
  RangedModel {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(range, "range");
  }

  @Override
  public String description() {
    return model.description();
  }

  @Override
  public List<String> inputs() {
    return model.inputs();
  }

  @Override
  public List<String> outputs() {
    return model.outputs();
  }

  @Override
  public Optional<TrainingRange> trainingRange() {
    return Optional.of(range);
  }

  @Override
  public Model inFloat() {
    return new RangedModel(model.inFloat(), range);
  }

  @Override
  public void score(double[] input, double[] output) {
    model.score(input, output);
  }
}
