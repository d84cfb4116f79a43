package io.confluent.ksql.serde.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/**
 * What a registry knows of the languages of schemas: whether a text is one, when two are the same,
 * and which get along. Of JSON schemas it knows only whether two are equal.
 */
final class SchemaRules {
  private static final String READS_EARLIER = "The new schema cannot read earlier records";
  private static final String READ_BY_EARLIER = "The earlier schema cannot read new records";

  private final Function<RegistrySchema.Reference, RegistrySchema> resolver;
  private final ProtobufRules protobuf;

  /**
   * @param resolver finds the schema of a reference, or throws a {@link RegistryException}
   */
  SchemaRules(Function<RegistrySchema.Reference, RegistrySchema> resolver) {
    this.resolver = resolver;
    protobuf = new ProtobufRules(resolver);
  }

  /**
   * The schema in the form in which equal schemas are equal.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if the text is no schema
   */
  RegistrySchema normalized(RegistrySchema schema) {
    return switch (schema.type()) {
      case AVRO -> new RegistrySchema(schema.type(), parse(schema).toString(), schema.references());
      case PROTOBUF -> protobuf.normalized(schema);
      case JSON -> {
        if (schema.text().isBlank()) {
          throw new RegistryException(RegistryException.INVALID_SCHEMA, "The schema is empty.");
        }
        yield schema;
      }
    };
  }

  /** Why a schema cannot follow the earlier ones, oldest first; empty if it can. */
  List<String> conflicts(
      RegistrySchema candidate, List<RegistrySchema> earlier, CompatibilityLevel level) {
    List<String> conflicts = new ArrayList<>();
    for (RegistrySchema before : level.relevant(earlier)) {
      if (candidate.equals(before)) {
        continue;
      }
      if (candidate.type() != before.type()) {
        conflicts.add("A schema in " + before.type() + " cannot become one in " + candidate.type());
      } else if (candidate.type() == RegistrySchema.Type.PROTOBUF) {
        if (level.isBackward()) {
          addConflicts(protobuf.conflicts(candidate, before), READS_EARLIER, conflicts);
        }
        if (level.isForward()) {
          addConflicts(protobuf.conflicts(before, candidate), READ_BY_EARLIER, conflicts);
        }
      } else if (candidate.type() != RegistrySchema.Type.AVRO) {
        conflicts.add(
            "Whether two schemas in %s are compatible is not known here; set the level NONE to"
                    .formatted(candidate.type())
                + " change it");
      } else {
        Schema one = parse(candidate);
        Schema other = parse(before);
        if (level.isBackward()) {
          addConflicts(one, other, READS_EARLIER, conflicts);
        }
        if (level.isForward()) {
          addConflicts(other, one, READ_BY_EARLIER, conflicts);
        }
      }
    }
    return conflicts;
  }

  private static void addConflicts(List<String> found, String what, List<String> conflicts) {
    found.forEach(conflict -> conflicts.add(what + ": " + conflict));
  }

  private static void addConflicts(
      Schema reader, Schema writer, String what, List<String> conflicts) {
    SchemaPairCompatibility result =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    for (Incompatibility conflict : result.getResult().getIncompatibilities()) {
      conflicts.add(
          "%s: %s at %s, %s"
              .formatted(what, conflict.getType(), conflict.getLocation(), conflict.getMessage()));
    }
  }

  private Schema parse(RegistrySchema schema) {
    Schema.Parser parser = new Schema.Parser();
    try {
      parseReferences(schema, parser);
      return parser.parse(schema.text());
    } catch (AvroRuntimeException e) {
      throw new RegistryException(
          RegistryException.INVALID_SCHEMA, "The text is not a schema in AVRO: " + e.getMessage());
    }
  }

  private void parseReferences(RegistrySchema schema, Schema.Parser parser) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (!parser.getTypes().containsKey(reference.name())) {
        RegistrySchema referred = resolver.apply(reference);
        parseReferences(referred, parser);
        parser.parse(referred.text());
      }
    }
  }
}
