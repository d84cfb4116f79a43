package io.confluent.ksql.tools.train;

import hex.deeplearning.DeepLearning;
import hex.deeplearning.DeepLearningModel;
import hex.deeplearning.DeepLearningModel.DeepLearningParameters;
import hex.deeplearning.DeepLearningModel.DeepLearningParameters.Activation;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.TrainingRange;
import io.confluent.ksql.ml.h2o.MojoFormat;
import io.confluent.ksql.ml.h2o.TrainingFile;
import io.confluent.ksql.tools.beats.BeatSimulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Stream;
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
  /** Name of the class that a POJO is. */
  public static final String CLASS_NAME = "ecg_autoencoder";

  private static final String INPUT = "heartbeats";

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
    H2O.main(
        new String[] {
          "-name",
          CLASS_NAME + "-" + ProcessHandle.current().pid(),
          "-ip",
          "127.0.0.1",
          "-ice_root",
          scratchDirectory().toString(),
          "-nthreads",
          "1",
          "-log_level",
          "ERRR",
          "-disable_web",
          "-disable_net",
          "-quiet"
        });
    H2O.waitForCloudSize(1, 60_000);
    // The writer of MOJOs looks schemas up, and only the web server would have registered them.
    for (Schema<?, ?> schema : ServiceLoader.load(Schema.class)) {
      SchemaServer.register(schema);
    }
    started = true;
  }

  /** H2O's place for logs and swapping; goes with the process. */
  private static Path scratchDirectory() {
    try {
      Path directory = Files.createTempDirectory("h2o");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A freshly trained model. The same recipe gives the same weights. */
  public TrainedModel train(Recipe recipe) {
    double[][] rows = new BeatSimulator(recipe.beatSeed()).next(recipe.rows());
    String[] names = new String[BeatSimulator.SAMPLES];
    for (int i = 0; i < names.length; i++) {
      names[i] = "C" + (i + 1);
    }
    Frame frame = ArrayUtils.frame(Key.make("beats"), names, rows);
    DKV.put(frame);
    try {
      DeepLearningModel model =
          new DeepLearning(parameters(recipe, frame), Key.make(CLASS_NAME)).trainModel().get();
      try {
        ByteArrayOutputStream mojo = new ByteArrayOutputStream();
        model.getMojo().writeTo(mojo);
        TrainingRange range =
            TrainingRange.of(INPUT, rows).withThresholdOf(scores(mojo.toByteArray(), rows));
        return new TrainedModel(
            recipe, range, TrainingFile.into(mojo.toByteArray(), range), model.toJava(false, true));
      } finally {
        model.delete();
      }
    } finally {
      frame.delete();
    }
  }

  private static double[] scores(byte[] mojo, double[][] rows) {
    Model trained;
    try {
      trained = new MojoFormat().load(new ByteArrayInputStream(mojo), "trained");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] score = new double[1];
    return Arrays.stream(rows)
        .mapToDouble(
            row -> {
              trained.score(row, score);
              return score[0];
            })
        .toArray();
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
