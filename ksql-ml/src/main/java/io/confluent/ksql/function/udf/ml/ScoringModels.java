package io.confluent.ksql.function.udf.ml;

import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.ModelLoader;
import io.confluent.ksql.ml.h2o.BundledModels;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The models that settings name: {@code ksql.functions.NAME.model}, one a function. */
public final class ScoringModels {
  private static final Pattern SETTING = Pattern.compile("ksql\\.functions\\.([^.]+)\\.model");
  private static final String GLOBAL = "_global_";
  private static final String BUNDLED = "bundled";

  private ScoringModels() {}

  /** Locations of models by the names of their functions, in upper case. */
  public static Map<String, String> locations(Map<String, ?> settings) {
    Map<String, String> locations = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          Matcher setting = SETTING.matcher(key);
          if (setting.matches() && !setting.group(1).equals(GLOBAL)) {
            locations.put(setting.group(1).toUpperCase(Locale.ROOT), value.toString().trim());
          }
        });
    return locations;
  }

  /**
   * The model at a location; the one that comes with the server if that is empty or {@code
   * bundled}.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none that can be scored
   */
  public static Model load(String location) {
    return location.isEmpty() || location.equals(BUNDLED)
        ? BundledModels.ecgAutoencoder()
        : ModelLoader.builtIn().load(location);
  }
}
