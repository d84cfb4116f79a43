package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.planner.catalog.HeaderColumn;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.rest.wire.FieldDescription;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/** Columns as the wire shows them. */
final class Fields {
  private static final SqlType ALL_HEADERS =
      SqlTypes.array(
          SqlTypes.struct().field("KEY", SqlTypes.STRING).field("VALUE", SqlTypes.BYTES).build());

  private Fields() {}

  static List<FieldDescription> of(Source source) {
    List<FieldDescription> fields = new ArrayList<>(of(source.schema()));
    for (HeaderColumn header : source.headers()) {
      SqlType type = header.key().isPresent() ? SqlTypes.BYTES : ALL_HEADERS;
      fields.add(FieldDescription.header(new Column(header.name(), type), header.key()));
    }
    return fields;
  }

  static List<FieldDescription> of(Schema schema) {
    List<FieldDescription> fields = new ArrayList<>();
    schema.key().forEach(column -> fields.add(FieldDescription.key(column)));
    schema.value().forEach(column -> fields.add(FieldDescription.value(column)));
    return fields;
  }

  static List<FieldDescription> ofValues(List<Column> columns) {
    return columns.stream().map(FieldDescription::value).toList();
  }
}
