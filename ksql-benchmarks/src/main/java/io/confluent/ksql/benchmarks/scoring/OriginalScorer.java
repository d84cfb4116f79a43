package io.confluent.ksql.benchmarks.scoring;

import hex.genmodel.GenModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import hex.genmodel.easy.prediction.AutoEncoderModelPrediction;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/**
 * A score as H2O's own examples compute it: for each message a new object of the model, a wrapper
 * around it, a row of names and values, its text split and each part parsed.
 */
final class OriginalScorer {
  private final Constructor<? extends GenModel> model;

  OriginalScorer(Class<? extends GenModel> type) throws NoSuchMethodException {
    model = type.getConstructor();
  }

  double score(String readings) {
    try {
      GenModel fresh = model.newInstance();
      EasyPredictModelWrapper wrapper = new EasyPredictModelWrapper(fresh);
      RowData row = new RowData();
      int column = 0;
      for (String number : readings.split("#")) {
        row.put(fresh.getNames()[column++], Double.valueOf(Double.parseDouble(number.trim())));
      }
      AutoEncoderModelPrediction prediction = wrapper.predictAutoEncoder(row);
      double sum = 0;
      for (int i = 0; i < prediction.original.length; i++) {
        double difference = prediction.original[i] - prediction.reconstructed[i];
        sum += difference * difference;
      }
      return sum / prediction.original.length;
    } catch (InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | PredictException e) {
      throw new IllegalStateException(e);
    }
  }
}
