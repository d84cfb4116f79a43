package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.function.udf.ml.ScoringModels;
import io.confluent.ksql.ml.MlSettings;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.TrainingRange;
import io.confluent.ksql.parser.Keywords;
import io.confluent.ksql.planner.function.FunctionDescription;
import io.confluent.ksql.planner.function.FunctionDescription.Detail;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.FunctionRegistryBuilder;
import io.confluent.ksql.planner.function.FunctionSettings;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import javax.lang.model.SourceVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The functions of a server: the built-in ones, models by their names, and users' jars. */
public final class FunctionLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionLibrary.class);
  private static final String ANOMALY = "ANOMALY";

  private FunctionLibrary() {}

  /**
   * Loads them. What cannot be loaded from a user's jar is left out, and the log says why.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if ANOMALY is missing, or a model: it
   *     is to stop the start, not the first query that needs it
   */
  public static FunctionRegistry load(Settings settings) {
    Map<String, String> models = ScoringModels.locations(settings.given());
    Model ofAnomaly =
        ScoringModels.load(models.getOrDefault(ANOMALY, settings.get(MlSettings.ANOMALY_MODEL)));
    FunctionRegistryBuilder builder =
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .builtIn(AnomalyKudf.class, about -> about.withDetails(details(ofAnomaly)));
    if (settings.get(FunctionSettings.UDFS_ENABLED)) {
      builder.extensionDirectory(
          Path.of(settings.get(EngineSettings.INSTALL_DIRECTORY))
              .resolve(settings.get(FunctionSettings.EXTENSION_DIRECTORY)));
    }
    models.forEach((name, location) -> addModel(builder, name, location));
    FunctionRegistry functions = builder.build();
    functions.rejected().forEach(rejected -> LOG.warn("Not loaded: {}", rejected));
    if (functions.find(ANOMALY).isEmpty()) {
      throw Diagnostic.error(ErrorCode.INTERNAL, "The function %s is missing.", ANOMALY)
          .toException();
    }
    return functions;
  }

  /** A setting that looks like a model's may be one of a function that is there already. */
  private static void addModel(FunctionRegistryBuilder builder, String name, String location) {
    if (builder.has(name)) {
      LOG.info("The model of the function {} is its own: {}", name, location);
      return;
    }
    if (!SourceVersion.isIdentifier(name) || Keywords.isReserved(name)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING, "'%s' cannot be the name of a function.", name)
          .hint("It has letters, digits and underscores, no digit first, and is no reserved word.")
          .toException();
    }
    Model model = ScoringModels.load(location);
    builder.builtIn(AnomalyKudf.class, about -> about.withName(name).withDetails(details(model)));
  }

  private static List<Detail> details(Model model) {
    List<FunctionDescription.Detail> details = new ArrayList<>();
    details.add(new Detail("Model", model.description()));
    details.add(new Detail("Inputs", Integer.toString(model.inputs().size())));
    details.add(
        new Detail(
            "Trained on",
            model.trainingRange().map(Object::toString).orElse("unknown, so nothing is flagged")));
    model
        .trainingRange()
        .map(TrainingRange::threshold)
        .filter(OptionalDouble::isPresent)
        .ifPresent(threshold -> details.add(threshold(threshold.getAsDouble())));
    return details;
  }

  private static Detail threshold(double score) {
    return new Detail(
        "Threshold",
        String.format(
            Locale.ROOT,
            "%.4f; scores above are unlike the training (its mean and 3 standard deviations)",
            score));
  }
}
