package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.FunctionRegistryBuilder;
import io.confluent.ksql.planner.function.FunctionSettings;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The functions of a server: the built-in ones, ANOMALY, and those of users' jars. */
public final class FunctionLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionLibrary.class);
  private static final String ANOMALY = "ANOMALY";

  private FunctionLibrary() {}

  /**
   * Loads them. What cannot be loaded from a user's jar is left out, and the log says why.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if ANOMALY or its model is missing
   */
  public static FunctionRegistry load(Settings settings) {
    FunctionRegistryBuilder builder =
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .builtIn(AnomalyKudf.class);
    if (settings.get(FunctionSettings.UDFS_ENABLED)) {
      builder.extensionDirectory(
          Path.of(settings.get(EngineSettings.INSTALL_DIRECTORY))
              .resolve(settings.get(FunctionSettings.EXTENSION_DIRECTORY)));
    }
    FunctionRegistry functions = builder.build();
    functions.rejected().forEach(rejected -> LOG.warn("Not loaded: {}", rejected));
    if (functions.find(ANOMALY).isEmpty()) {
      throw Diagnostic.error(ErrorCode.INTERNAL, "The function %s is missing.", ANOMALY)
          .toException();
    }
    // A model that cannot be loaded is to stop the start, not the first query that needs it.
    new AnomalyKudf().configure(settings.given());
    return functions;
  }
}
