package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.schema.Column;
import java.util.List;

/** Rows without end. For one thread at a time. */
public interface RowSource {
  /** The columns of the rows. */
  List<Column> columns();

  /**
   * The next row, one value a column in the Java types of {@link io.confluent.ksql.row.Row}.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if a counter has come to the end of
   *     its type
   */
  Object[] next();
}
