package io.confluent.ksql.ml;

/** With which numbers a model is computed. */
public enum Precision {
  /** As the runtime that trained it does, to the last digit. */
  EXACT,
  /** In single precision where the model has such a form: faster, with six digits that hold. */
  FLOAT
}
