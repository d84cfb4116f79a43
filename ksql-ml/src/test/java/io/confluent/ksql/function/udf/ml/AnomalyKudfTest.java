package io.confluent.ksql.function.udf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.row.AsciiSet;
import io.confluent.ksql.row.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyKudfTest {
  private static final String MODEL = "ksql.functions.anomaly.model";

  /** The message of the documents with that id, without the id. */
  private static String document(String id) throws IOException {
    return Files.readAllLines(Path.of("..", "test-data", "ecg_discord_test.msgs")).stream()
        .filter(line -> line.startsWith(id + ","))
        .findFirst()
        .orElseThrow()
        .substring(id.length() + 1);
  }

  private static double score(String id) throws IOException {
    return new AnomalyKudf().anomaly(document(id));
  }

  @Test
  void keepsTheMeaningOfTheDocumentsThresholds() throws IOException {
    assertThat(score("99999")).isLessThan(0.1);
    assertThat(score("33333")).isGreaterThan(1.3);
    assertThat(score("106")).isGreaterThan(1.5);
  }

  @Test
  void scoresTheDocumentsMessagesToTheDigit() throws IOException {
    // Math.exp differs between processors in the last place: golden figures are relative.
    assertThat(score("99999")).isCloseTo(0.023689279842166653, within(1e-13));
    assertThat(score("33333")).isCloseTo(1.6614488947383006, within(1e-12));
    assertThat(score("106")).isCloseTo(1.5769252359357433, within(1e-12));
  }

  @Test
  void scoresTheExampleOfItsDescription() {
    double score = new AnomalyKudf().anomaly("5.0" + "#5.0".repeat(209));
    assertThat(Math.round(score * 1000) / 1000.0).isEqualTo(0.559);
  }

  @Test
  void givesNullForNull() {
    assertThat(new AnomalyKudf().anomaly(null)).isNull();
  }

  @Test
  void failsOnTextThatIsNoListOfReadings() {
    assertThatThrownBy(() -> new AnomalyKudf().anomaly("1.0#2.0"))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessage("2 numbers found, 210 expected");
    assertThatThrownBy(() -> new AnomalyKudf().anomaly("6.90#x"))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessage("'x' at position 6 is not a number");
  }

  @Test
  void scoresWithTheModelOfTheSetting(@TempDir Path directory) throws IOException {
    Path copy = directory.resolve("copy.zip");
    try (InputStream bundled = AnomalyKudf.class.getResourceAsStream("ecg-autoencoder.zip")) {
      Files.copy(bundled, copy);
    }
    AnomalyKudf anomaly = new AnomalyKudf();
    anomaly.configure(Map.of(MODEL, copy.toString()));
    assertThat(anomaly.anomaly(document("106"))).isEqualTo(score("106"));
  }

  @Test
  void scoresWithTheBundledModelIfNoneIsSet() throws IOException {
    for (Map<String, String> settings : List.of(Map.<String, String>of(), Map.of(MODEL, " "))) {
      AnomalyKudf anomaly = new AnomalyKudf();
      anomaly.configure(settings);
      assertThat(anomaly.anomaly(document("106"))).isEqualTo(score("106"));
    }
  }

  @Test
  void scoresUnderAnotherNameWithTheModelOfThatName() throws IOException {
    AnomalyKudf anomaly = new AnomalyKudf();
    anomaly.configure(
        Map.of(
            "ksql.functions.detectAnomaly.model", "bundled", "ksql.functions._global_.model", "x"));
    assertThat(anomaly.anomaly(document("106"))).isEqualTo(score("106"));
  }

  @Test
  void warnsOfReadingsOutsideOfWhatTheModelWasTrainedOn() throws IOException {
    assertThat(warnings("99999")).isEmpty();
    assertThat(warnings("106"))
        .singleElement(STRING)
        .startsWith("22 of 210 numbers are outside of what the model was trained on (heartbeats)");
    assertThat(warnings("33333")).singleElement(STRING).startsWith("62 of 210");
  }

  private static List<String> warnings(String id) throws IOException {
    List<String> warnings = new ArrayList<>();
    AnomalyKudf anomaly = new AnomalyKudf();
    anomaly.warnTo(message -> warnings.add(message.get()));
    anomaly.anomaly(document(id));
    return warnings;
  }

  @Test
  void doesNotStartWithAModelThatIsNotThere() {
    assertThatThrownBy(() -> new AnomalyKudf().configure(Map.of(MODEL, "/nowhere/model.zip")))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.MODEL))
        .hasMessageContaining("/nowhere/model.zip");
  }

  @Test
  void scoresInSinglePrecisionIfTheSettingSaysSo() throws IOException {
    AnomalyKudf anomaly = new AnomalyKudf();
    anomaly.configure(Map.of("ksql.ml.precision", "float"));
    double score = anomaly.anomaly(document("106"));
    assertThat(score).isNotEqualTo(score("106"));
    assertThat(score).isCloseTo(score("106"), Percentage.withPercentage(0.001));
  }

  @Test
  void scoresATextOfARecordWithoutMakingAStringOfIt() throws IOException {
    byte[] record = ("99999," + document("99999")).getBytes(StandardCharsets.UTF_8);
    RawText text = new RawText(record, 6, record.length, AsciiSet.NONE);
    assertThat(new AnomalyKudf().read(text)).isEqualTo(score("99999"));
    assertThat(new AnomalyKudf().read(text)).isEqualTo(score("99999"));
  }
}
