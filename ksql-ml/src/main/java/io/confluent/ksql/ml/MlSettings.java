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

  private MlSettings() {}

  /** Every setting of this module. */
  public static List<Setting<?>> all() {
    return List.of(ANOMALY_MODEL);
  }
}
