package io.confluent.ksql.function.udf.ml;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udf.UdfWarnings;
import io.confluent.ksql.function.udf.WarningUdf;
import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.MlSettings;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.Precision;
import io.confluent.ksql.ml.h2o.BundledModels;
import io.confluent.ksql.row.RawText;
import java.util.Map;
import org.apache.kafka.common.Configurable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ANOMALY: how far a list of sensor readings is from what a trained model knows as normal. */
@UdfDescription(
    name = "ANOMALY",
    category = "MACHINE LEARNING",
    description =
        "The anomaly score of a list of sensor readings: the mean squared error with which the"
            + " model, an autoencoder, reconstructs them, in the units of the readings squared."
            + " Numbers are separated by #, comma, semicolon or blanks, or are a JSON array. The"
            + " bundled model knows heartbeats of 210 readings.")
@UdfExample(sql = "ROUND(ANOMALY(RPAD('5.0', 839, '#5.0')), 3)", result = "0.559")
public final class AnomalyKudf implements Configurable, WarningUdf, RawText.Reader {
  private static final Logger LOG = LoggerFactory.getLogger(AnomalyKudf.class);
  private static final int LOGGED_EACH = 100;
  private static final int LOGGED_CHARACTERS = 60;

  // Absent until the function is configured or first called; loading takes some milliseconds.
  private volatile AnomalyScorer scorer;
  private volatile UdfWarnings warnings = message -> {};
  private int scored;

  /** Under whatever name it is called, the settings are its own: one of them names a model. */
  @Override
  public void configure(Map<String, ?> settings) {
    String location = ScoringModels.locations(settings).values().stream().findFirst().orElse("");
    Model model = ScoringModels.load(location);
    scorer = new AnomalyScorer(isFloat(settings) ? model.inFloat() : model);
  }

  private static boolean isFloat(Map<String, ?> settings) {
    Object precision = settings.get(MlSettings.PRECISION.name());
    return precision != null && Precision.FLOAT.name().equalsIgnoreCase(precision.toString());
  }

  @Override
  public void warnTo(UdfWarnings listener) {
    warnings = listener;
  }

  /**
   * The score of a list of readings; NULL for NULL.
   *
   * @throws io.confluent.ksql.function.KsqlFunctionException if the text is not the list of numbers
   *     that the model needs
   */
  @Udf(
      strict = true,
      description = "Fails, and so gives NULL, if the model needs another number of readings.")
  public Double anomaly(
      @UdfParameter(value = "sensorinput", description = "the readings, as text")
          String sensorinput) {
    if (sensorinput == null) {
      return null;
    }
    double score = scorer().score(sensorinput, warnings);
    if (LOG.isDebugEnabled()) {
      log(score, sensorinput);
    }
    return score;
  }

  @Override
  public Object read(RawText readings) {
    double score = scorer().score(readings, warnings);
    if (LOG.isDebugEnabled()) {
      log(score, readings.toString());
    }
    return score;
  }

  private void log(double score, String readings) {
    if (scored++ % LOGGED_EACH == 0) {
      String start = readings.substring(0, Math.min(readings.length(), LOGGED_CHARACTERS));
      LOG.debug("MSE: {}, of {}", score, start);
    }
  }

  private AnomalyScorer scorer() {
    AnomalyScorer ready = scorer;
    if (ready == null) {
      ready = new AnomalyScorer(BundledModels.ecgAutoencoder());
      scorer = ready;
    }
    return ready;
  }
}
