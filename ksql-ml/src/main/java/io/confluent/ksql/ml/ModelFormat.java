package io.confluent.ksql.ml;

/** One kind of model file, and the runtime that scores it. */
public interface ModelFormat {
  /** Name of the format, for people. */
  String name();

  /** Whether a file is of this format, judged by its name. */
  boolean accepts(ModelFile file);

  /**
   * Loads a model; slow, once for each use of a function, never for a record.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if the file is no such model
   */
  Model load(ModelFile file);
}
