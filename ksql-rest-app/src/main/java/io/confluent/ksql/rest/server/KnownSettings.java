package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.query.QuerySettings;
import io.confluent.ksql.ml.MlSettings;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.function.FunctionSettings;
import io.confluent.ksql.rest.server.connect.ConnectSettings;
import io.confluent.ksql.serde.registry.SchemaRegistrySettings;
import io.confluent.ksql.setting.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every setting that a server reads. */
public final class KnownSettings {
  /** What users' functions are given; only they know the names. */
  private static final String OF_FUNCTIONS = "ksql.functions.";

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
    all.addAll(QuerySettings.ALL);
    all.addAll(ProcessingLogSettings.ALL);
    all.addAll(ConnectSettings.ALL);
    all.addAll(MlSettings.all());
    Companion.installed().forEach(companion -> all.addAll(companion.settings()));
    return List.copyOf(all);
  }

  /** Names that look like settings of this server, and are none. */
  static List<String> strangers(Collection<String> names) {
    Set<String> known = new HashSet<>();
    for (Setting<?> setting : all()) {
      known.add(setting.name());
      known.addAll(setting.formerNames());
    }
    return names.stream()
        .filter(name -> name.startsWith("ksql."))
        .filter(name -> !known.contains(name) && !name.startsWith(OF_FUNCTIONS))
        .sorted()
        .toList();
  }
}
