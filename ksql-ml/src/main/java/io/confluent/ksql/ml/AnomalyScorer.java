package io.confluent.ksql.ml;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.UdfWarnings;
import io.confluent.ksql.row.RawText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Anomaly scores of lists of numbers written as text ({@link NumberListParser} says how). Safe for
 * use by several threads.
 */
public final class AnomalyScorer {
  private static final ThreadLocal<Last> LAST = ThreadLocal.withInitial(Last::new);

  private final Model model;
  private final int width;
  private final Optional<TrainingRange> range;
  private final ThreadLocal<Scratch> scratch;

  /**
   * @param model a model with one output, the score
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it has several
   */
  public AnomalyScorer(Model model) {
    if (model.outputs().size() != 1) {
      throw Diagnostic.error(
              ErrorCode.MODEL,
              "An anomaly score is one number, but %s gives %d.",
              model.description(),
              model.outputs().size())
          .toException();
    }
    this.model = model;
    this.width = model.inputs().size();
    this.range = model.trainingRange();
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(width));
  }

  /** The model that scores. */
  public Model model() {
    return model;
  }

  /**
   * The score of a text.
   *
   * @throws KsqlFunctionException if it is not the list of numbers that the model needs
   */
  public double score(String text) {
    return score(text, message -> {});
  }

  /**
   * The score of a text.
   *
   * @param warnings told if the numbers are outside of what the model was trained on
   * @throws KsqlFunctionException if it is not the list of numbers that the model needs
   */
  public double score(String text, UdfWarnings warnings) {
    Last last = LAST.get();
    if (last.isOf(text, model)) {
      return last.score;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return last.keep(text, score(utf8, 0, utf8.length, warnings), this);
  }

  /**
   * The score of a text of a record.
   *
   * @param warnings told if the numbers are outside of what the model was trained on
   * @throws KsqlFunctionException if it is not the list of numbers that the model needs
   */
  public double score(RawText text, UdfWarnings warnings) {
    Last last = LAST.get();
    if (last.isOf(text, model)) {
      return last.score;
    }
    return last.keep(text, score(text.bytes(), text.from(), text.to(), warnings), this);
  }

  /**
   * The score of a text in UTF-8.
   *
   * @param from index of its first byte
   * @param to index after its last byte
   * @throws KsqlFunctionException if it is not the list of numbers that the model needs
   */
  public double score(byte[] utf8, int from, int to) {
    return score(utf8, from, to, message -> {});
  }

  /**
   * The score of a text in UTF-8.
   *
   * @param from index of its first byte
   * @param to index after its last byte
   * @param warnings told if the numbers are outside of what the model was trained on
   * @throws KsqlFunctionException if it is not the list of numbers that the model needs
   */
  public double score(byte[] utf8, int from, int to, UdfWarnings warnings) {
    Scratch mine = scratch.get();
    int found = mine.parser.parse(utf8, from, to, mine.input);
    if (found != width) {
      throw new KsqlFunctionException(found + " numbers found, " + width + " expected");
    }
    model.score(mine.input, mine.output);
    double score = mine.output[0];
    if (!Double.isFinite(score)) {
      throw new KsqlFunctionException("the numbers are too large: the score is " + score);
    }
    mine.remarkable = range.isPresent() && range.get().outside(mine.input) > 0;
    if (mine.remarkable) {
      warnings.warn(() -> range.get().explain(mine.input));
    }
    return score;
  }

  /**
   * The last score of a thread: a statement that selects a score and has a condition on it asks
   * twice for the same object. Objects are compared, not texts.
   */
  private static final class Last {
    private Object text;
    private Model model;
    private double score;

    boolean isOf(Object other, Model by) {
      return text == other && model == by;
    }

    double keep(Object scored, double result, AnomalyScorer by) {
      // A warning belongs to each use.
      text = by.scratch.get().remarkable ? null : scored;
      model = by.model;
      score = result;
      return result;
    }
  }

  /** What one thread needs, made once. */
  private static final class Scratch {
    final NumberListParser parser = new NumberListParser();
    final double[] input;
    final double[] output = new double[1];
    boolean remarkable;

    Scratch(int width) {
      input = new double[width];
    }
  }
}
