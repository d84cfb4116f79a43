package io.confluent.ksql.ml.h2o;

import io.confluent.ksql.ml.Model;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The models that come with the server, each loaded when first asked for. */
public final class BundledModels {
  private static final String ECG = "/io/confluent/ksql/function/udf/ml/ecg-autoencoder.zip";

  private BundledModels() {}

  /** The autoencoder of heartbeats, 210 numbers; {@code docs/models} says how it was made. */
  public static Model ecgAutoencoder() {
    return Ecg.MODEL;
  }

  private static final class Ecg {
    static final Model MODEL = read(ECG);
  }

  private static Model read(String resource) {
    try (InputStream zip = BundledModels.class.getResourceAsStream(resource)) {
      if (zip == null) {
        throw new FileNotFoundException(resource);
      }
      return new MojoFormat().load(zip, "bundled");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
