package io.confluent.ksql.planner.function;

import io.confluent.ksql.setting.Setting;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The settings of loading and configuring functions. */
public final class FunctionSettings {
  /** Directory of the jars with users' functions. */
  public static final Setting<String> EXTENSION_DIRECTORY =
      Setting.text("ksql.extension.dir")
          .defaultsTo("ext")
          .doc(
              "Directory with the jars of user-defined functions; a relative one is looked for in"
                  + " the installation directory.");

  /** Whether those jars are loaded. */
  public static final Setting<Boolean> UDFS_ENABLED =
      Setting.flag("ksql.udfs.enabled")
          .defaultsTo(true)
          .doc("Whether user-defined functions are loaded from the extension directory.");

  /** What the names of settings begin with that functions read themselves. */
  public static final String PREFIX = "ksql.functions.";

  /** What the names of settings begin with that all functions of models read. */
  private static final String MODELS = "ksql.ml.";

  private static final String GLOBAL = PREFIX + "_global_.";

  private FunctionSettings() {}

  /**
   * The entries that a function may see: its own, whose name may be in any case, the global ones,
   * and those of models, under their full names.
   */
  static Map<String, Object> of(String function, Map<String, ?> config) {
    String own = PREFIX + function.toLowerCase(Locale.ROOT) + ".";
    Map<String, Object> visible = new LinkedHashMap<>();
    config.forEach(
        (key, value) -> {
          if (key.regionMatches(true, 0, own, 0, own.length())
              || key.startsWith(GLOBAL)
              || key.startsWith(MODELS)) {
            visible.put(key, value);
          }
        });
    return visible;
  }
}
