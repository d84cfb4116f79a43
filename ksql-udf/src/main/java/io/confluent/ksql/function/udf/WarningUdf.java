package io.confluent.ksql.function.udf;

/** A scalar function that may warn of its arguments. */
public interface WarningUdf {
  /**
   * Says where warnings go. Called once, after the constructor and {@code configure}, before the
   * first row; not called where nobody would hear of them.
   */
  void warnTo(UdfWarnings warnings);
}
