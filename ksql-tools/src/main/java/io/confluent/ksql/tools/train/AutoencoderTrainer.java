package io.confluent.ksql.tools.train;

import hex.deeplearning.DeepLearning;
import hex.deeplearning.DeepLearningModel;
import hex.deeplearning.DeepLearningModel.DeepLearningParameters;
import hex.deeplearning.DeepLearningModel.DeepLearningParameters.Activation;
import io.confluent.ksql.tools.beats.BeatSimulator;
import java.io.ByteArrayOutputStream;
import java.util.ServiceLoader;
import water.DKV;
import water.H2O;
import water.Key;
import water.api.Schema;
import water.api.SchemaServer;
import water.fvec.Frame;
import water.util.ArrayUtils;

/**
 * Trains autoencoders on simulated beats. H2O lives once in a process and cannot be stopped without
 * ending it; the JVM needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}. One training at a
 * time.
 */
public final class AutoencoderTrainer {
  private static boolean started;

  /** Starts H2O, without its web server, if this process has none yet. */
  public AutoencoderTrainer() {
    start();
  }

  private static synchronized void start() {
    if (started) {
      return;
    }
    if (!Object.class.getModule().isOpen("java.lang", AutoencoderTrainer.class.getModule())) {
      throw new IllegalStateException(
          "H2O needs the JVM option --add-opens java.base/java.lang=ALL-UNNAMED");
    }
    String name = "train-" + ProcessHandle.current().pid();
    H2O.main(
        new String[] {
          "-name", name, "-ip", "127.0.0.1", "-disable_web", "-disable_net", "-nthreads", "1"
        });
    H2O.waitForCloudSize(1, 60_000);
    // The writer of MOJOs looks schemas up, and only the web server would have registered them.
    for (Schema<?, ?> schema : ServiceLoader.load(Schema.class)) {
      SchemaServer.register(schema);
    }
    started = true;
  }

  /** The zip of a freshly trained model. The same recipe gives the same weights. */
  public byte[] train(Recipe recipe) {
    double[][] rows = new BeatSimulator(recipe.beatSeed()).next(recipe.rows());
    String[] names = new String[BeatSimulator.SAMPLES];
    for (int i = 0; i < names.length; i++) {
      names[i] = "C" + (i + 1);
    }
    Frame frame = ArrayUtils.frame(Key.make("beats-" + recipe.beatSeed()), names, rows);
    DKV.put(frame);
    try {
      DeepLearningModel model = new DeepLearning(parameters(recipe, frame)).trainModel().get();
      try {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        model.getMojo().writeTo(zip);
        return zip.toByteArray();
      } finally {
        model.delete();
      }
    } finally {
      frame.delete();
    }
  }

  private static DeepLearningParameters parameters(Recipe recipe, Frame frame) {
    DeepLearningParameters parameters = new DeepLearningParameters();
    parameters._train = frame._key;
    parameters._autoencoder = true;
    parameters._activation = Activation.Tanh;
    parameters._hidden = recipe.hidden().stream().mapToInt(Integer::intValue).toArray();
    parameters._epochs = recipe.epochs();
    parameters._l1 = recipe.l1();
    parameters._seed = recipe.trainingSeed();
    parameters._reproducible = true;
    parameters._sparse = false;
    parameters._stopping_rounds = 0;
    parameters._ignore_const_cols = false;
    return parameters;
  }
}
