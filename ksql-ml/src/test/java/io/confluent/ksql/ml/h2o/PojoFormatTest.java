package io.confluent.ksql.ml.h2o;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hex.genmodel.GenModel;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.ModelLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models as compiled Java; the source has the shape of H2O's, scratch arrays in fields included.
 */
class PojoFormatTest {
  private static final String SOURCE =
      """
      import hex.ModelCategory;
      import hex.genmodel.GenModel;

      public class %s extends GenModel {
        private final double[] halves = new double[NAMES.VALUES.length];

        public %s() { super(NAMES.VALUES, new String[NAMES.VALUES.length][], null); }
        public ModelCategory getModelCategory() { return ModelCategory.%s; }
        public boolean isSupervised() { return false; }
        public int nfeatures() { return NAMES.VALUES.length; }
        public int nclasses() { return NAMES.VALUES.length; }
        public int getPredsSize() { return NAMES.VALUES.length; }
        public String getUUID() { return "1"; }

        public final double[] score0(double[] data, double[] preds) {
          for (int i = 0; i < halves.length; i++) { halves[i] = data[i] / 2; }
          Thread.yield();
          for (int i = 0; i < halves.length; i++) { preds[i] = halves[i]; }
          return preds;
        }

        static class NAMES { static final String[] VALUES = {"a", "b"}; }
      }
      """;

  @TempDir Path directory;

  private Path jar(String... namesAndCategories) throws IOException, URISyntaxException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Path runtime =
        Path.of(GenModel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (int i = 0; i < namesAndCategories.length; i += 2) {
      String name = namesAndCategories[i];
      Path source = directory.resolve(name + ".java");
      Files.writeString(source, SOURCE.formatted(name, name, namesAndCategories[i + 1]));
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-cp",
                  runtime.toString(),
                  "-d",
                  classes.toString(),
                  source.toString());
      assertThat(failed).isZero();
    }
    Path jar = directory.resolve("model.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        entries.putNextEntry(new JarEntry(file.getFileName().toString()));
        entries.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private static Model load(String location) {
    return ModelLoader.builtIn().load(location);
  }

  @Test
  void scoresTheOnlyModelOfAJar() throws Exception {
    Model model = load(jar("Halves", "AutoEncoder").toString());
    assertThat(model.inputs()).containsExactly("a", "b");
    double[] score = new double[1];
    model.score(new double[] {2, 4}, score);
    assertThat(score[0]).isEqualTo((1.0 + 4.0) / 2);
  }

  @Test
  void scoresTheModelThatIsNamed() throws Exception {
    Path jar = jar("Halves", "AutoEncoder", "Other", "Regression");
    assertThat(new AnomalyScorer(load(jar + "!Halves")).score("2#4")).isEqualTo(2.5);
  }

  @Test
  void asksWhichOfSeveralModels() throws Exception {
    Path jar = jar("Halves", "AutoEncoder", "Other", "Regression");
    assertThatThrownBy(() -> load(jar.toString()))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("2 H2O models");
  }

  @Test
  void refusesWhatIsNoAutoencoder() throws Exception {
    Path jar = jar("Halves", "AutoEncoder", "Other", "Regression");
    assertThatThrownBy(() -> load(jar + "!Other"))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("category Regression");
    assertThatThrownBy(() -> load(jar + "!Missing"))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("no class Missing");
    assertThatThrownBy(() -> load(jar + "!Halves$NAMES"))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("no H2O model");
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    Path jar = Files.write(directory.resolve("broken.jar"), new byte[100]);
    assertThatThrownBy(() -> load(jar.toString()))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void givesEachThreadItsOwnInstance() throws Exception {
    Model model = load(jar("Halves", "AutoEncoder").toString());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        double value = i;
        results.add(threads.submit(() -> wrongScores(model, value)));
      }
      for (Future<Integer> wrong : results) {
        assertThat(wrong.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int wrongScores(Model model, double value) {
    double[] score = new double[1];
    int wrong = 0;
    for (int i = 0; i < 2000; i++) {
      model.score(new double[] {value, value}, score);
      wrong += score[0] == value * value / 4 ? 0 : 1;
    }
    return wrong;
  }
}
