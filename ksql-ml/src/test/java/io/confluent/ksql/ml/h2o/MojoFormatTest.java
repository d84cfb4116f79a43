package io.confluent.ksql.ml.h2o;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.ModelLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MojoFormatTest {
  @TempDir Path directory;

  private static Map<String, String> small() {
    return Mojos.autoencoder(new Random(1), 4, 2, 4);
  }

  private Model load(byte[] zip) throws IOException {
    return ModelLoader.builtIn().load(Files.write(directory.resolve("m.zip"), zip).toString());
  }

  private AbstractThrowableAssert<?, ?> assertRefused(byte[] zip) {
    return assertThatThrownBy(() -> load(zip))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.MODEL));
  }

  @Test
  void loadsAnAutoencoder() throws IOException {
    Model model = load(Mojos.pack(small()));
    assertThat(model.inputs()).containsExactly("C1", "C2", "C3", "C4");
    assertThat(model.outputs()).hasSize(1);
    assertThat(model.description()).contains("4-2-4", "m.zip");
  }

  @Test
  void leavesOtherActivationsToH2o() throws IOException {
    Map<String, String> info = small();
    info.put("activation", "Rectifier");
    Model model = load(Mojos.pack(info));
    assertThat(model).isInstanceOf(GenModelAutoencoder.class);
    double[] rectified = new double[1];
    double[] tanh = new double[1];
    double[] input = {1, 2, 3, 4};
    model.score(input, rectified);
    load(Mojos.pack(small())).score(input, tanh);
    assertThat(rectified[0]).isFinite().isPositive().isNotEqualTo(tanh[0]);
  }

  @Test
  void leavesRawValuesToH2o() throws IOException {
    Map<String, String> info = small();
    info.put("norm_mul", "null");
    info.put("norm_sub", "null");
    assertThat(load(Mojos.pack(info))).isInstanceOf(GenModelAutoencoder.class);
  }

  @Test
  void refusesModelsThatAreNoAutoencoders() {
    Map<String, String> info = small();
    info.put("category", "Regression");
    assertRefused(Mojos.pack(info)).hasMessageContaining("category Regression");
  }

  @Test
  void refusesCategories() {
    assertRefused(Mojos.packWithCategory(small())).hasMessageContaining("columns of categories");
  }

  @Test
  void refusesModelsThatH2oLoadsButCannotScore() {
    Map<String, String> info = small();
    info.put("activation", "Sigmoid");
    assertRefused(Mojos.pack(info)).hasMessageContaining("cannot score");
  }

  @Test
  void refusesModelsThatH2oCannotLoad() {
    Map<String, String> info = small();
    info.put("activation", "Rectifier");
    info.remove("mean_imputation");
    assertRefused(Mojos.pack(info)).hasMessageContaining("H2O cannot load");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight_layer0 | [0.1, 0.2]",
        "weight_layer1 | [1, 2, 3, 4, 5, 6, 7, x]",
        "weight_layer1 | [1, 2, 3, 4, 5, 6, 7, NaN]",
        "bias_layer0 | [1]",
        "norm_sub | [1, 2, 3]",
        "neural_network_sizes | [4, 2, 5]",
        "neural_network_sizes | [4, 0, 4]",
        "neural_network_sizes | [4, 99999999, 4]",
        "neural_network_sizes | null",
      })
  void refusesNumbersThatDoNotFitTogether(String key, String value) {
    Map<String, String> info = small();
    info.put(key, value);
    assertRefused(Mojos.pack(info)).hasMessageContaining("is broken").hasMessageContaining(key);
  }

  @Test
  void refusesOtherFiles() {
    assertRefused("plain text".getBytes(StandardCharsets.UTF_8))
        .hasMessageContaining("no H2O MOJO");
    assertRefused(Mojos.zip(Map.of("readme.txt", "hello"))).hasMessageContaining("no H2O MOJO");
  }

  @Test
  void refusesAMissingFile() {
    String path = directory.resolve("nowhere.zip").toString();
    assertThatThrownBy(() -> ModelLoader.builtIn().load(path))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining(path);
  }

  @Test
  void refusesAnUnknownFormat() throws IOException {
    Path file = Files.write(directory.resolve("model.pickle"), new byte[10]);
    assertThatThrownBy(() -> ModelLoader.builtIn().load(file.toString()))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().hint().orElseThrow()).contains("MOJO"));
  }

  @Test
  void unpacksNoMoreThanItsLimit() {
    byte[] bomb = Mojos.zip(Map.of("model.ini", " ".repeat(1 << 20)));
    assertThat(bomb.length).isLessThan(1 << 12);
    assertThatThrownBy(() -> MojoFiles.read(new ByteArrayInputStream(bomb), "bomb", 1 << 19))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("larger than");
  }
}
