package io.confluent.ksql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.function.FunctionDescription;
import io.confluent.ksql.planner.function.FunctionDescription.Detail;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FunctionLibraryTest {
  private static FunctionRegistry load(String setting, String value) {
    return FunctionLibrary.load(Settings.of(Map.of(setting, value)));
  }

  @Test
  void tellsWhichModelAFunctionScores() {
    FunctionDescription about =
        FunctionLibrary.load(Settings.defaults()).find("anomaly").orElseThrow().about();
    assertThat(about.details())
        .containsExactly(
            new Detail("Model", "H2O autoencoder 210-50-5-50-210 (bundled)"),
            new Detail("Inputs", "210"),
            new Detail(
                "Trained on",
                "heartbeats: 500 rows of 210 numbers, all between 1.49 and 7.45, each in a range of"
                    + " its own"),
            new Detail(
                "Threshold",
                "0.0393; scores above are unlike the training (its mean and 3 standard"
                    + " deviations)"));
  }

  @Test
  void makesAFunctionOfAModelByItsName() {
    FunctionRegistry functions = load("ksql.functions.detectAnomaly.model", "bundled");
    FunctionDescription about = functions.find("detectanomaly").orElseThrow().about();
    assertThat(about.name()).isEqualTo("DETECTANOMALY");
    assertThat(about.category()).isEqualTo("MACHINE LEARNING");
    assertThat(about.details()).hasSize(4);
    assertThat(about.examples()).isEmpty();
    assertThat(functions.find("ANOMALY")).isPresent();
  }

  @Test
  void leavesAFunctionAloneThatHasASettingOfThatName() {
    FunctionDescription about =
        load("ksql.functions.ucase.model", "/nowhere.zip").find("UCASE").orElseThrow().about();
    assertThat(about.details()).isEmpty();
  }

  @Test
  void doesNotStartWithAModelThatIsNotThere() {
    assertThatThrownBy(() -> load("ksql.functions.detectanomaly.model", "/nowhere.zip"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.MODEL));
  }

  @Test
  void doesNotStartWithANameThatCannotBeCalled() {
    for (String name : new String[] {"9lives", "detect-anomaly", "select"}) {
      assertThatThrownBy(() -> load("ksql.functions." + name + ".model", "bundled"))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.INVALID_SETTING));
    }
  }
}
