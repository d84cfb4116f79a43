package io.confluent.ksql.serde;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;

/** Columns to the schema that a registry keeps, and back. */
public interface SchemaTranslator {
  /** The kind of schema. */
  RegistrySchema.Type type();

  /**
   * The schema under which rows of these columns are written.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_FORMAT} if there is
   *     none
   */
  RegistrySchema toSchema(List<Column> columns, FormatContext context);

  /**
   * The columns that a schema means. Names are upper-cased unless the context has the option {@code
   * SCHEMA_ID}.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_FORMAT} if it means
   *     none
   */
  InferredSchema toColumns(RegistrySchema schema, FormatContext context);
}
