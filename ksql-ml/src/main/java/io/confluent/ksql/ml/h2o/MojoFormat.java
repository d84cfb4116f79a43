package io.confluent.ksql.ml.h2o;

import hex.ModelCategory;
import hex.genmodel.MojoModel;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.ModelFile;
import io.confluent.ksql.ml.ModelFormat;
import io.confluent.ksql.ml.TrainingRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;

/**
 * H2O's MOJO: a zip. An autoencoder of Tanh layers over numbers is scored by {@link
 * TanhAutoencoder}, any other autoencoder by H2O's own runtime.
 */
public final class MojoFormat implements ModelFormat {
  @Override
  public String name() {
    return "H2O MOJO (.zip)";
  }

  @Override
  public boolean accepts(ModelFile file) {
    return file.hasExtension("zip") || file.hasExtension("mojo");
  }

  @Override
  public Model load(ModelFile file) {
    try (InputStream zip = Files.newInputStream(file.path())) {
      return load(zip, file.toString());
    } catch (IOException e) {
      throw Diagnostic.error(ErrorCode.MODEL, "The model file %s cannot be read.", file)
          .hint(String.valueOf(e.getMessage()))
          .toException(e);
    }
  }

  /**
   * Loads a model from the bytes of a MOJO.
   *
   * @param origin where they come from, for people
   * @throws IOException if reading fails or the bytes are no zip
   */
  public Model load(InputStream zip, String origin) throws IOException {
    MojoFiles files = MojoFiles.read(zip, origin);
    ModelIni ini = ModelIni.parse(files, origin);
    requireAutoencoder(ini.text("category"), origin);
    Optional<TanhAutoencoder> exact = TanhAutoencoderReader.read(ini, origin);
    Model model = exact.isPresent() ? exact.get() : byRuntime(files, origin);
    Optional<TrainingRange> range = TrainingFile.read(files, model.inputs().size(), origin);
    return range.isPresent() ? new RangedModel(model, range.get()) : model;
  }

  /** The same model by H2O's own runtime, whatever it is; the reference for the fast one. */
  static Model byRuntime(MojoFiles files, String origin) {
    MojoModel model = runtimeModel(files, origin);
    // Scoring a deep-learning MOJO writes to none of its fields: all threads may share it.
    return new GenModelAutoencoder(() -> model, origin);
  }

  // H2O's reader answers a broken model with whatever its code runs into.
  private static MojoModel runtimeModel(MojoFiles files, String origin) {
    try {
      return MojoModel.load(files);
    } catch (IOException | RuntimeException | AssertionError e) {
      throw Diagnostic.error(ErrorCode.MODEL, "H2O cannot load the model %s.", origin)
          .hint(String.valueOf(e.getMessage()))
          .toException(e);
    }
  }

  static void requireAutoencoder(String category, String origin) {
    if (!category.equals(ModelCategory.AutoEncoder.name())) {
      throw Diagnostic.error(
              ErrorCode.MODEL,
              "The model %s is of the category %s; anomalies are scored by autoencoders only.",
              origin,
              category)
          .toException();
    }
  }
}
