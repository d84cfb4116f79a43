package io.confluent.ksql.ml.h2o;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.TrainingRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingFileTest {
  private static final byte[] PLAIN = Mojos.pack(Mojos.autoencoder(new Random(1), 2, 3, 2));

  private static Model load(byte[] mojo) throws IOException {
    return new MojoFormat().load(new ByteArrayInputStream(mojo), "test");
  }

  private static TrainingRange range(double... greatest) {
    return new TrainingRange(
        "beats", 7, new double[greatest.length], greatest, OptionalDouble.of(0.25));
  }

  @Test
  void goesIntoAModelAndComesOutAgain() throws IOException {
    TrainingRange read =
        load(TrainingFile.into(PLAIN, range(0.1, 1e-7))).trainingRange().orElseThrow();
    assertThat(read.input()).isEqualTo("beats");
    assertThat(read.rows()).isEqualTo(7);
    assertThat(read.least()).containsExactly(0.0, 0.0);
    assertThat(read.greatest()).containsExactly(0.1, 1e-7);
    assertThat(read.threshold()).hasValue(0.25);
  }

  @Test
  void changesNothingElse() throws IOException {
    double[] expected = new double[1];
    double[] score = new double[1];
    load(PLAIN).score(new double[] {0.3, 4}, expected);
    Model ranged = load(TrainingFile.into(PLAIN, range(1, 1)));
    ranged.score(new double[] {0.3, 4}, score);
    assertThat(score).isEqualTo(expected);
    assertThat(ranged.inputs()).isEqualTo(load(PLAIN).inputs());
    assertThat(MojoFormat.byRuntime(Mojos.files(TrainingFile.into(PLAIN, range(1, 1))), "test"))
        .isNotNull();
  }

  @Test
  void needNotBeThere() throws IOException {
    assertThat(load(PLAIN).trainingRange()).isEmpty();
  }

  @Test
  void mustFitTheModel() {
    assertBroken(TrainingFile.into(PLAIN, range(1, 1, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "least = [1, 2]",
        "rows = x\nleast = [1, 2]\ngreatest = [1, 2]",
        "rows = 1\nleast = [1, 2]\ngreatest = [1, y]",
        "rows = 1\nleast = [1, 2]\ngreatest = [1, 0]",
        "rows = 1\nleast = [1, 2]\ngreatest = [1, 2]\nthreshold = high"
      })
  void mustBeReadable(String text) {
    String ini = new String(files(), StandardCharsets.UTF_8);
    assertBroken(Mojos.zip(Map.of("model.ini", ini, "training.ini", text)));
  }

  private static byte[] files() {
    try {
      return Mojos.files(PLAIN).getBinaryFile("model.ini");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertBroken(byte[] mojo) {
    assertThatThrownBy(() -> load(mojo))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.MODEL))
        .hasMessageContaining("training.ini");
  }
}
