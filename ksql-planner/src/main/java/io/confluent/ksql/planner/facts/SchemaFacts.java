package io.confluent.ksql.planner.facts;

import io.confluent.ksql.schema.Column;
import java.util.List;

/**
 * A schema as the registry holds it, translated.
 *
 * @param id its id in the registry
 * @param format format of the data it describes: AVRO, PROTOBUF or JSON_SR
 * @param columns its columns; one column named {@code ROWKEY} or {@code ROWVAL} if it is not a
 *     record
 * @param isRecord whether it describes a record
 */
public record SchemaFacts(int id, String format, List<Column> columns, boolean isRecord) {
  public SchemaFacts {
    columns = List.copyOf(columns);
  }
}
