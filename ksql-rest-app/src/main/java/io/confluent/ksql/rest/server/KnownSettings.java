package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.ml.MlSettings;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.function.FunctionSettings;
import io.confluent.ksql.serde.registry.SchemaRegistrySettings;
import io.confluent.ksql.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/** Every setting that a server reads. */
public final class KnownSettings {
  private KnownSettings() {}

  /** All of them, by module. */
  public static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>(ServerSettings.ALL);
    all.addAll(EngineSettings.ALL);
    all.addAll(PlannerSettings.ALL);
    all.addAll(List.of(FunctionSettings.EXTENSION_DIRECTORY, FunctionSettings.UDFS_ENABLED));
    all.addAll(
        List.of(
            SchemaRegistrySettings.URL,
            SchemaRegistrySettings.USER_INFO,
            SchemaRegistrySettings.TIMEOUT));
    all.addAll(MlSettings.all());
    return List.copyOf(all);
  }
}
