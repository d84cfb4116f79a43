package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Makes the generators of a schema: one walk over it gives the SQL types as well. */
final class GeneratorBuilder {
  private static final int USUAL_BYTES = 8;
  private static final int USUAL_ITEMS = 3;

  /** Two random keys can be the same; after so many the map stays smaller. */
  private static final int KEYS_TRIED_PER_ENTRY = 10;

  private final Path directory;
  private final Clock clock;
  private final Set<String> openRecords = new HashSet<>();

  GeneratorBuilder(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A record as rows.
   *
   * @param columns its fields
   * @param generator of their values
   */
  record Fields(List<Column> columns, RecordGenerator generator) {}

  /** The fields of a record that stands at a path; the root's is empty. */
  Fields fields(Schema schema, String path) {
    if (schema.getType() != Schema.Type.RECORD || schema.getFields().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY, "The schema file does not describe a record with fields.")
          .toException();
    }
    List<Column> columns = new ArrayList<>();
    List<RecordGenerator.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      String inPath = path.isEmpty() ? field.name() : path + "." + field.name();
      Hints hints = Hints.of(inPath, field);
      TypedGenerator values = of(field.schema(), hints);
      columns.add(new Column(field.name(), values.type()));
      fields.add(field(values.generator(), hints));
    }
    boolean session = fields.stream().anyMatch(f -> f.role() == RecordGenerator.Role.SESSION);
    boolean sibling = fields.stream().anyMatch(f -> f.role() == RecordGenerator.Role.SIBLING);
    if (sibling && !session) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY,
              "Schema file: a field has session-sibling-int-hash, but none beside it has session.")
          .toException();
    }
    return new Fields(columns, new RecordGenerator(fields));
  }

  /** The rows of a record: made of its fields, or chosen among options for it as a whole. */
  SchemaRows.Rows rows(Schema schema, Fields fields) {
    Hints hints = Hints.of("(the record)", schema);
    if (!hints.has("options")) {
      return fields.generator()::next;
    }
    SqlStruct type = structOf(fields);
    List<Object[]> rows = new ArrayList<>();
    for (Object option : Constants.of(hints, schema, type, directory)) {
      if (!(option instanceof StructValue row)) {
        throw hints.wrong("an option is a JSON object with the fields");
      }
      rows.add(IntStream.range(0, type.fields().size()).mapToObj(row::value).toArray());
    }
    return random -> rows.get(random.nextInt(rows.size())).clone();
  }

  private static SqlStruct structOf(Fields fields) {
    SqlStruct.Builder builder = SqlTypes.struct();
    fields.columns().forEach(column -> builder.field(column.name(), column.type()));
    return builder.build();
  }

  private RecordGenerator.Field field(Generator values, Hints hints) {
    if (hints.isSet("session")) {
      return new RecordGenerator.Field(new Sessions(values, clock), RecordGenerator.Role.SESSION);
    }
    if (hints.isSet("session-sibling-int-hash")) {
      if (hints.has("iteration")) {
        throw hints.wrong("a sibling of a session is not counted");
      }
      return new RecordGenerator.Field(values, RecordGenerator.Role.SIBLING);
    }
    return new RecordGenerator.Field(values, RecordGenerator.Role.NONE);
  }

  private TypedGenerator of(Schema schema, Hints hints) {
    if (schema.getType() == Schema.Type.UNION) {
      return ofUnion(schema, hints);
    }
    TypedGenerator any = ofType(schema, hints);
    if (!hints.has("options")) {
      return any;
    }
    List<Object> values = Constants.of(hints, schema, any.type(), directory);
    return new TypedGenerator(any.type(), random -> values.get(random.nextInt(values.size())));
  }

  /** Null and one type: either is as likely, unless options say which values there are. */
  private TypedGenerator ofUnion(Schema union, Hints hints) {
    List<Schema> branches =
        union.getTypes().stream().filter(t -> t.getType() != Schema.Type.NULL).toList();
    if (branches.size() != 1) {
      throw hints.wrong("a union is of null and one other type");
    }
    Schema branch = branches.get(0);
    TypedGenerator values = of(branch, hints.isEmpty() ? Hints.of(hints.path(), branch) : hints);
    if (union.getTypes().size() == 1 || hints.has("options")) {
      return values;
    }
    return new TypedGenerator(
        values.type(), random -> random.nextBoolean() ? values.generator().next(random) : null);
  }

  private TypedGenerator ofType(Schema schema, Hints hints) {
    return switch (schema.getType()) {
      case BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING -> new Scalars(clock).of(schema, hints);
      case BYTES ->
          schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
              ? Decimals.of(decimal, hints)
              : bytes(hints);
      case FIXED -> fixed(schema.getFixedSize(), hints);
      case ENUM -> ofEnum(schema.getEnumSymbols(), hints);
      case ARRAY -> array(schema, hints);
      case MAP -> map(schema, hints);
      case RECORD -> struct(schema, hints);
      case NULL, UNION -> throw hints.wrong("the type null has no values");
    };
  }

  private static TypedGenerator bytes(Hints hints) {
    hints.allowOnly("value of bytes", "length");
    Hints.Range length = hints.length(USUAL_BYTES);
    return new TypedGenerator(
        SqlTypes.BYTES,
        random -> {
          byte[] bytes = new byte[length.next(random)];
          random.nextBytes(bytes);
          return ByteBuffer.wrap(bytes);
        });
  }

  private static TypedGenerator fixed(int size, Hints hints) {
    hints.allowOnly("fixed value");
    return new TypedGenerator(
        SqlTypes.BYTES,
        random -> {
          byte[] bytes = new byte[size];
          random.nextBytes(bytes);
          return ByteBuffer.wrap(bytes);
        });
  }

  private static TypedGenerator ofEnum(List<String> symbols, Hints hints) {
    hints.allowOnly("enum");
    return new TypedGenerator(
        SqlTypes.STRING, random -> symbols.get(random.nextInt(symbols.size())));
  }

  private TypedGenerator array(Schema schema, Hints hints) {
    hints.allowOnly("list", "length");
    Hints.Range length = hints.length(USUAL_ITEMS);
    Schema items = schema.getElementType();
    TypedGenerator item = of(items, Hints.of(hints.path() + "[]", items));
    return new TypedGenerator(
        SqlArray.of(item.type()),
        random -> {
          List<Object> list = new ArrayList<>();
          for (int i = length.next(random); i > 0; i--) {
            list.add(item.generator().next(random));
          }
          return list;
        });
  }

  private TypedGenerator map(Schema schema, Hints hints) {
    hints.allowOnly("map", "length", "keys");
    Hints.Range length = hints.length(USUAL_ITEMS);
    Schema values = schema.getValueType();
    TypedGenerator key = of(Schema.create(Schema.Type.STRING), hints.nested("keys"));
    TypedGenerator value = of(values, Hints.of(hints.path() + "{}", values));
    return new TypedGenerator(
        SqlMap.of(SqlTypes.STRING, value.type()),
        random -> {
          Map<Object, Object> map = new HashMap<>();
          int wanted = length.next(random);
          for (int i = wanted * KEYS_TRIED_PER_ENTRY; map.size() < wanted && i > 0; i--) {
            map.put(key.generator().next(random), value.generator().next(random));
          }
          return map;
        });
  }

  private TypedGenerator struct(Schema schema, Hints hints) {
    hints.allowOnly("record");
    if (!openRecords.add(schema.getFullName())) {
      throw hints.wrong("the record %s contains itself", schema.getFullName());
    }
    Fields fields = fields(schema, hints.path());
    openRecords.remove(schema.getFullName());
    SqlStruct type = structOf(fields);
    return new TypedGenerator(
        type, random -> new StructValue(type, fields.generator().next(random)));
  }
}
