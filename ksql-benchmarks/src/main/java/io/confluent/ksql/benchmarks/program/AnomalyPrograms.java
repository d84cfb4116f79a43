package io.confluent.ksql.benchmarks.program;

import hex.genmodel.MojoModel;
import hex.genmodel.MojoReaderBackendFactory;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import hex.genmodel.easy.prediction.AutoEncoderModelPrediction;
import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.h2o.BundledModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** {@code SELECT *, ANOMALY(sensorinput) FROM s WHERE ANOMALY(sensorinput) > threshold}. */
final class AnomalyPrograms {
  private static final String MODEL = "ecg-autoencoder.zip";

  private AnomalyPrograms() {}

  record Scored(String message, double score) {}

  /** With the kernel that scores in the server. */
  static Topology kernel(Topics topics) {
    return scoring(topics, kernel(), Beats.THRESHOLD);
  }

  /** {@code SELECT eventid, ANOMALY(sensorinput) FROM s}, with the same kernel. */
  static Topology scores(Topics topics) {
    ToDoubleFunction<String> scorer = kernel();
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), Serdes.String()))
        .mapValues(
            message -> {
              int comma = message.indexOf(',');
              return message.substring(0, comma + 1)
                  + scorer.applyAsDouble(message.substring(comma + 1));
            })
        .to(topics.output(), Produced.with(Serdes.ByteArray(), Serdes.String()));
    return builder.build();
  }

  /** With H2O's own runtime, model and wrapper made once. */
  static Topology genmodel(Topics topics) {
    return scoring(topics, new GenmodelScorer(), Beats.THRESHOLD);
  }

  private static ToDoubleFunction<String> kernel() {
    return new AnomalyScorer(BundledModels.ecgAutoencoder())::score;
  }

  private static Topology scoring(
      Topics topics, ToDoubleFunction<String> scorer, double threshold) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), Serdes.String()))
        .mapValues(
            message -> {
              String readings = message.substring(message.indexOf(',') + 1);
              return new Scored(message, scorer.applyAsDouble(readings));
            })
        .filter((key, scored) -> scored.score() > threshold)
        .mapValues(scored -> scored.message() + "," + scored.score())
        .to(topics.output(), Produced.with(Serdes.ByteArray(), Serdes.String()));
    return builder.build();
  }

  private static final class GenmodelScorer implements ToDoubleFunction<String> {
    private final EasyPredictModelWrapper model;
    private final String[] names;

    GenmodelScorer() {
      try (InputStream zip = AnomalyKudf.class.getResourceAsStream(MODEL)) {
        MojoModel mojo =
            MojoModel.load(
                MojoReaderBackendFactory.createReaderBackend(
                    zip, MojoReaderBackendFactory.CachingStrategy.MEMORY));
        model = new EasyPredictModelWrapper(mojo);
        names = mojo.getNames();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public double applyAsDouble(String readings) {
      String[] numbers = readings.split("#");
      RowData row = new RowData();
      double[] given = new double[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        given[i] = Double.parseDouble(numbers[i]);
        row.put(names[i], given[i]);
      }
      try {
        AutoEncoderModelPrediction prediction = model.predictAutoEncoder(row);
        double sum = 0;
        for (int i = 0; i < given.length; i++) {
          double difference = given[i] - prediction.reconstructed[i];
          sum += difference * difference;
        }
        return sum / given.length;
      } catch (PredictException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
