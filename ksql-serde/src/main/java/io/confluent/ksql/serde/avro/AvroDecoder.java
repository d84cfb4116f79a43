package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RegistryDecoder;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Makes readers of rows that were written with an Avro schema. */
final class AvroDecoder implements RegistryDecoder.Compiler {
  @FunctionalInterface
  private interface RootReader {
    Object[] read(AvroInput in);
  }

  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final AvroInput in = new AvroInput();

  private AvroDecoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
  }

  static RowDecoder of(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    return new RegistryDecoder(
        RegistrySchema.Type.AVRO, registry, new AvroDecoder(columns, context, registry));
  }

  @Override
  public RegistryDecoder.Reader reader(RegistrySchema registered) {
    RootReader root;
    try {
      root = rootReader(AvroParser.parse(registered, registry));
    } catch (SchemaParseException e) {
      throw new DecodeException("The schema of the record is not valid in AVRO");
    } catch (DecodeException e) {
      throw e.inside("$");
    }
    return bytes -> {
      in.open(bytes, WireFormat.PREFIX_LENGTH);
      try {
        return root.read(in);
      } catch (DecodeException e) {
        throw e.inside("$");
      }
    };
  }

  private RootReader rootReader(Schema schema) {
    if (context.isBare(columns.size())) {
      AvroReader value = AvroReader.of(schema, columns.get(0).type());
      return input -> {
        Object read = value.read(input);
        return read == null ? null : new Object[] {read};
      };
    }
    return switch (schema.getType()) {
      case RECORD -> RecordReader.ofColumns(schema, columns, context.needed())::read;
      case NULL -> input -> null;
      case UNION -> ofUnion(schema);
      case ENUM, ARRAY, MAP, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN ->
          throw new DecodeException(
              "A row is an Avro record, not of type " + schema.getType().getName());
    };
  }

  /** Columns may be the choices of a union, or those of the record that is chosen. */
  private RootReader ofUnion(Schema union) {
    SqlStruct struct = FieldNames.struct(columns);
    List<Schema> choices = AvroShape.nonNull(union);
    boolean named =
        choices.stream()
            .anyMatch(each -> FieldNames.positionOf(AvroShape.branchName(each), struct) >= 0);
    if (choices.size() > 1 && named) {
      AvroReader branches = AvroReader.of(union, struct);
      return input -> {
        StructValue row = (StructValue) branches.read(input);
        return row == null ? null : Values.fields(row);
      };
    }
    List<RootReader> branches = new ArrayList<>();
    for (Schema branch : union.getTypes()) {
      branches.add(rootReader(branch));
    }
    return input -> AvroSkip.branch(branches, input).read(input);
  }
}
