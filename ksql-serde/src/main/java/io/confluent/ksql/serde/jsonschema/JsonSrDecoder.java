package io.confluent.ksql.serde.jsonschema;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RegistryDecoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.json.JsonDecoder;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Map;

/** Makes readers of rows that were written with a JSON schema. */
final class JsonSrDecoder implements RegistryDecoder.Compiler {
  private final List<Column> columns;
  private final FormatContext context;

  JsonSrDecoder(List<Column> columns, FormatContext context) {
    this.columns = List.copyOf(columns);
    this.context = context;
  }

  @Override
  public RegistryDecoder.Reader reader(RegistrySchema registered) {
    try {
      JsonDecoder decoder = decoder(JsonSchemaTranslator.root(registered, written()).shape());
      return bytes -> decoder.decode(bytes, WireFormat.PREFIX_LENGTH);
    } catch (InvalidSchemaException e) {
      throw new DecodeException("The schema of the record is no JSON schema: " + e.getMessage());
    } catch (DecodeException e) {
      throw e.inside("$");
    }
  }

  /** The writer's schema need not have the name that this side gives to its own. */
  private FormatContext written() {
    return context.withOptions(Map.of());
  }

  private JsonDecoder decoder(JsonShape shape) {
    if (context.isBare(columns.size())) {
      return JsonDecoder.ofBare(ShapeReader.of(shape, columns.get(0).type()));
    }
    SqlStruct struct = FieldNames.struct(columns);
    if (shape instanceof JsonShape.Members object) {
      return JsonDecoder.ofObject(ShapeReader.members(object, struct, context.needed()));
    }
    if (shape instanceof JsonShape.Choice) {
      return JsonDecoder.ofStruct(ShapeReader.of(shape, struct));
    }
    throw new DecodeException("The schema of the record is not that of an object");
  }
}
