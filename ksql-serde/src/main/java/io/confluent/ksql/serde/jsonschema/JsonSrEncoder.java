package io.confluent.ksql.serde.jsonschema;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RegistryEncoder;
import io.confluent.ksql.serde.json.JsonEncoder;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;

/** Makes writers of rows with a JSON schema. */
final class JsonSrEncoder implements RegistryEncoder.Compiler {
  private final List<Column> columns;
  private final FormatContext context;

  JsonSrEncoder(List<Column> columns, FormatContext context) {
    this.columns = List.copyOf(columns);
    this.context = context;
  }

  @Override
  public RegistryEncoder.Writer writer(RegistrySchema registered) {
    try {
      return encoder(JsonSchemaTranslator.root(registered, context).shape())::encode;
    } catch (InvalidSchemaException e) {
      throw new EncodeException("The schema to write with is no JSON schema: " + e.getMessage(), e);
    }
  }

  private JsonEncoder encoder(JsonShape shape) {
    if (context.isBare(columns.size())) {
      return JsonEncoder.ofBare(ShapeWriter.of(columns.get(0).type(), shape));
    }
    SqlStruct struct = FieldNames.struct(columns);
    if (shape instanceof JsonShape.Members object) {
      return JsonEncoder.ofObject(ShapeWriter.members(struct, object));
    }
    throw new EncodeException("The schema to write with is not that of an object");
  }
}
