package io.confluent.ksql.ml;

import io.confluent.ksql.setting.Setting;
import java.util.List;

/** Settings of the functions that score models. */
public final class MlSettings {
  /** The model behind ANOMALY. */
  public static final Setting<String> ANOMALY_MODEL =
      Setting.text("ksql.functions.anomaly.model")
          .doc(
              "The model that ANOMALY scores with: path of an H2O MOJO zip, or of a jar with an H2O"
                  + " POJO (path.jar!ClassName where it holds several). Empty or bundled: the model"
                  + " that comes with the server. The same setting under another name makes another"
                  + " function: ksql.functions.detectanomaly.model gives DETECTANOMALY(VARCHAR).");

  /** With which numbers models are computed. */
  public static final Setting<Precision> PRECISION =
      Setting.choice("ksql.ml.precision", Precision.class)
          .doc(
              "EXACT: scores have the digits that the model's own runtime gives. FLOAT: models are"
                  + " computed in single precision where they have such a form, the bundled one"
                  + " among them; about twice as fast, and scores differ from the exact ones by"
                  + " less than one part in 100,000.");

  private MlSettings() {}

  /** Every setting of this module. */
  public static List<Setting<?>> all() {
    return List.of(ANOMALY_MODEL, PRECISION);
  }
}
