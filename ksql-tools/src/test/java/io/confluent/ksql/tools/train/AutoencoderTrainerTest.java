package io.confluent.ksql.tools.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hex.genmodel.GenModel;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.ModelLoader;
import io.confluent.ksql.ml.TrainingRange;
import io.confluent.ksql.ml.h2o.BundledModels;
import io.confluent.ksql.tools.beats.BeatSimulator;
import io.confluent.ksql.tools.beats.DocumentMessages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Trains for real; H2O starts once for all tests of the process. */
class AutoencoderTrainerTest {
  // A search that starts at the seeds of the bundled model and should end there.
  private static SeedSearch search;
  private static TrainedModel rebuilt;

  @TempDir Path directory;

  @BeforeAll
  static void trainTheBundledModel() {
    search = new SeedSearch(new AutoencoderTrainer());
    rebuilt = search.run(List.of(Recipe.BUNDLED), 3).orElseThrow();
  }

  @Test
  void rebuildsTheBundledModelToTheLastWeight() throws IOException {
    try (InputStream bundled = AnomalyKudf.class.getResourceAsStream("ecg-autoencoder.zip")) {
      assertThat(rebuilt.weightsHash()).isEqualTo(WeightsHash.of(bundled.readAllBytes()));
    }
    TrainingRange range = BundledModels.ecgAutoencoder().trainingRange().orElseThrow();
    assertThat(range.least()).isEqualTo(rebuilt.range().least());
    assertThat(range.greatest()).isEqualTo(rebuilt.range().greatest());
    assertThat(range).hasToString(rebuilt.range().toString());
    assertThat(range.threshold().orElseThrow())
        .isCloseTo(rebuilt.range().threshold().orElseThrow(), within(1e-12));
    assertThat(Path.of("..", "docs", "models", "ecg-autoencoder.md"))
        .content()
        .contains("`" + rebuilt.weightsHash() + "`")
        .contains("| range of the readings | " + range + " |")
        .contains(String.valueOf(DocumentScores.of(rebuilt.scorer()).first()));
  }

  @Test
  void scoresTheMojoAndThePojoOfOneModelToTheSameDigits() throws Exception {
    Model mojo = rebuilt.scorer().model();
    Model pojo = ModelLoader.builtIn().load(jar(rebuilt.javaSource()).toString());
    assertThat(pojo.inputs()).isEqualTo(mojo.inputs());
    BeatSimulator beats = new BeatSimulator(99);
    Random random = new Random(99);
    double[] expected = new double[1];
    double[] score = new double[1];
    for (int i = 0; i < 1200; i++) {
      double[] row = i % 2 == 0 ? beats.next() : random.doubles(210, 0, 10).toArray();
      pojo.score(row, expected);
      mojo.score(row, score);
      assertThat(Double.doubleToRawLongBits(score[0]))
          .as("row %d: %s, expected %s", i, score[0], expected[0])
          .isEqualTo(Double.doubleToRawLongBits(expected[0]));
    }
  }

  private Path jar(String source) throws IOException, URISyntaxException {
    Path file = directory.resolve(AutoencoderTrainer.CLASS_NAME + ".java");
    Files.writeString(file, source);
    Path classes = Files.createDirectory(directory.resolve("classes"));
    String runtime =
        Path.of(GenModel.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                runtime,
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                file.toString());
    assertThat(failed).isZero();
    Path jar = directory.resolve("model.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.list(classes)) {
      for (Path compiled : files.toList()) {
        entries.putNextEntry(new JarEntry(compiled.getFileName().toString()));
        entries.write(Files.readAllBytes(compiled));
      }
    }
    return jar;
  }

  @Test
  void triesOnePairOfSeedsAfterTheOther() {
    Recipe hasty = new Recipe(List.of(2), 1, 0, 20, 5, 50);
    SeedSearch hastySearch = new SeedSearch(new AutoencoderTrainer());
    assertThat(hastySearch.run(List.of(hasty), 2)).isEmpty();
    assertThat(hastySearch.attempts())
        .extracting(SeedSearch.Attempt::recipe)
        .containsExactly(hasty, hasty.withSeedsMovedBy(1));
  }

  @Test
  void stopsAtTheFirstModelThatFits() {
    assertThat(search.attempts())
        .extracting(SeedSearch.Attempt::recipe)
        .containsExactly(Recipe.BUNDLED);
    assertThat(rebuilt.recipe()).isEqualTo(Recipe.BUNDLED);
  }

  @Test
  void writesModelSourceAndPage() throws IOException {
    Path out = directory.resolve("m.zip");
    Path page = directory.resolve("m.md");
    Path pojo = directory.resolve("m.java");
    int exit =
        new CommandLine(new TrainAnomalyModel())
            .execute(
                "--shape=3@1",
                "--rows=30",
                "--beat-seed=4",
                "--training-seed=5",
                "--out=" + out,
                "--page=" + page,
                "--pojo=" + pojo);
    assertThat(exit).isZero();
    AnomalyKudf anomaly = new AnomalyKudf();
    anomaly.configure(Map.of("ksql.functions.anomaly.model", out.toString()));
    double score = anomaly.anomaly(DocumentMessages.numbers("106"));
    assertThat(page)
        .content()
        .contains(WeightsHash.of(Files.readAllBytes(out)))
        .contains("| 106 | " + score + " |")
        .contains("| range of the readings | heartbeats: 30 rows of 210 numbers")
        .contains("| published message 106 | yes, ")
        .contains("--shape 3@1 --l1 1.0E-5 --rows 30 --beat-seed 4 --training-seed 5")
        .doesNotContain("How the seeds were chosen");
    assertThat(pojo).content().contains("class " + AutoencoderTrainer.CLASS_NAME);
  }

  @Test
  void saysThatASearchFoundNothing() {
    Path out = directory.resolve("m.zip");
    int exit =
        new CommandLine(new TrainAnomalyModel())
            .execute("--shape=2@1", "--rows=20", "--search=1", "--out=" + out);
    assertThat(exit).isOne();
    assertThat(out).doesNotExist();
  }
}
