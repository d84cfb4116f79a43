package io.confluent.ksql.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Whatever Avro's own library wrote with whatever schema becomes columns, and written again with
 * that schema it is for the library what it was.
 */
class AvroRandomSchemaTest {
  private static final Schema.Type[] SIMPLE = {
    Schema.Type.BOOLEAN,
    Schema.Type.INT,
    Schema.Type.LONG,
    Schema.Type.FLOAT,
    Schema.Type.DOUBLE,
    Schema.Type.BYTES,
    Schema.Type.STRING
  };

  private int names;

  @Property(tries = 300)
  void comesBackThroughColumns(@ForAll Random random) throws IOException {
    Schema schema = record(random, 3);
    Object datum = datum(schema, random);
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    int id =
        registry.register(
            "t-value", RegistrySchema.of(RegistrySchema.Type.AVRO, schema.toString()));
    FormatContext context =
        FormatContext.of("t", Side.VALUE)
            .withRegistry(registry)
            .withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    InferredSchema inferred =
        AvroTranslator.INSTANCE.toColumns(registry.byId(id).orElseThrow(), context);
    AvroFormat format = new AvroFormat();

    Object[] row = format.decoder(inferred.columns(), context).decode(write(schema, datum, id));
    byte[] again = format.encoder(inferred.columns(), context).encode(row);

    assertThat(inferred.dropped()).isEmpty();
    assertThat(read(schema, again)).isEqualTo(read(schema, write(schema, datum, id)));
  }

  private Schema any(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 13 : 8);
    return switch (kind) {
      case 8 -> Schema.createArray(any(random, depth - 1));
      case 9 -> Schema.createMap(any(random, depth - 1));
      case 10 -> record(random, depth - 1);
      case 11 -> Schema.createUnion(Schema.create(Schema.Type.NULL), notUnion(random, depth - 1));
      case 12 -> union(random, depth - 1);
      case 7 -> annotated(random);
      default -> Schema.create(SIMPLE[kind]);
    };
  }

  private Schema annotated(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Schema.createEnum("E" + names++, null, "n", List.of("X", "Y", "Z"));
      case 1 -> Schema.createFixed("F" + names++, null, "n", 3);
      case 2 -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case 3 -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
      case 4 -> LogicalTypes.timeMillis().addToSchema(Schema.create(Schema.Type.INT));
      default -> LogicalTypes.decimal(9, 2).addToSchema(Schema.create(Schema.Type.BYTES));
    };
  }

  private Schema notUnion(Random random, int depth) {
    Schema schema = any(random, depth);
    return schema.isUnion() ? Schema.create(Schema.Type.STRING) : schema;
  }

  private Schema union(Random random, int depth) {
    return Schema.createUnion(
        Schema.create(Schema.Type.NULL),
        Schema.create(Schema.Type.INT),
        Schema.create(Schema.Type.STRING),
        Schema.createArray(notUnion(random, depth)),
        record(random, depth),
        record(random, depth));
  }

  private Schema record(Random random, int depth) {
    List<Schema.Field> fields = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      fields.add(new Schema.Field((i % 2 == 0 ? "f" : "F") + i, any(random, depth)));
    }
    return Schema.createRecord("R" + names++, null, "n", false, fields);
  }

  private Object datum(Schema schema, Random random) {
    return switch (schema.getType()) {
      case BOOLEAN -> random.nextBoolean();
      case INT -> schema.getLogicalType() == null ? random.nextInt() : random.nextInt(86_400_000);
      case LONG -> random.nextLong();
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextDouble();
      case STRING -> Long.toString(random.nextLong(), 36);
      case BYTES ->
          ByteBuffer.wrap(schema.getLogicalType() == null ? bytes(random) : digits(random));
      case FIXED -> new GenericData.Fixed(schema, bytes(random));
      case ENUM ->
          new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(random.nextInt(3)));
      case NULL -> null;
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          items.add(datum(schema.getElementType(), random));
        }
        yield items;
      }
      case MAP -> {
        Map<String, Object> map = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          map.put("k" + i, datum(schema.getValueType(), random));
        }
        yield map;
      }
      case UNION -> datum(schema.getTypes().get(random.nextInt(schema.getTypes().size())), random);
      case RECORD -> {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), datum(field.schema(), random)));
        yield record;
      }
    };
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[3];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The shortest form, which is the one that comes back. */
  private static byte[] digits(Random random) {
    return BigInteger.valueOf(random.nextInt(1_000_000)).toByteArray();
  }

  private static byte[] write(Schema schema, Object datum, int id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(WireFormat.prefix(id));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static Object read(Schema schema, byte[] bytes) throws IOException {
    int start = WireFormat.PREFIX_LENGTH;
    return new GenericDatumReader<>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null));
  }
}
