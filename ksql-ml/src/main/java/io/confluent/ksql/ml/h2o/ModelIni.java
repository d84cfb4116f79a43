package io.confluent.ksql.ml.h2o;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code model.ini} of a MOJO: what kind of model it is, its columns, and for deep
 * learning all its numbers.
 */
final class ModelIni {
  private static final String FILE = "model.ini";

  private final Map<String, String> info;
  private final List<String> columns;
  private final String origin;

  private ModelIni(Map<String, String> info, List<String> columns, String origin) {
    this.info = info;
    this.columns = columns;
    this.origin = origin;
  }

  static ModelIni parse(MojoFiles files, String origin) throws IOException {
    if (!files.exists(FILE)) {
      throw Diagnostic.error(
              ErrorCode.MODEL, "The file %s is no H2O MOJO: it holds no %s.", origin, FILE)
          .toException();
    }
    Map<String, String> info = new HashMap<>();
    List<String> columns = new ArrayList<>();
    String section = "";
    try (BufferedReader lines = files.getTextFile(FILE)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.trim();
        if (text.startsWith("[") && text.endsWith("]")) {
          section = text;
        } else if (section.equals("[info]") && text.indexOf('=') > 0) {
          int equals = text.indexOf('=');
          info.put(text.substring(0, equals).trim(), text.substring(equals + 1).trim());
        } else if (section.equals("[columns]") && !text.isEmpty()) {
          columns.add(text);
        }
      }
    }
    return new ModelIni(info, columns, origin);
  }

  /** Names of the columns, in order. */
  List<String> columns() {
    return columns;
  }

  /** A value as it stands there; empty if it does not. */
  String text(String key) {
    return info.getOrDefault(key, "");
  }

  /** A list of numbers; empty if it is not there or {@code null}. */
  double[] numbers(String key) {
    String text = text(key);
    if (!text.startsWith("[") || !text.endsWith("]") || text.length() == 2) {
      return new double[0];
    }
    String[] parts = text.substring(1, text.length() - 1).split(",", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = number(key, parts[i]);
    }
    return numbers;
  }

  private double number(String key, String text) {
    try {
      double number = Double.parseDouble(text.trim());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw broken(key).toException(e);
    }
    throw broken(key).toException();
  }

  /** The error that a value is not what a model needs. */
  Diagnostic broken(String key) {
    return Diagnostic.error(
        ErrorCode.MODEL, "The model %s is broken: %s in its %s.", origin, key, FILE);
  }
}
