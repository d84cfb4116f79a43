package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the schemas of a case into the registry of a server. It gives out its own ids, since one
 * that was given out never means another schema; statements get those.
 */
final class RestSchemas {
  private static final Pattern ID = Pattern.compile("(?i)(SCHEMA_ID\\s*=\\s*'?)(\\d+)");

  private final Map<Integer, Integer> ids = new HashMap<>();

  private RestSchemas() {}

  /** Registers all schemas of one registry in another. */
  static RestSchemas copy(InMemorySchemaRegistry from, SchemaRegistry to) {
    RestSchemas schemas = new RestSchemas();
    List<RegisteredSchema> all = new ArrayList<>();
    for (String subject : from.subjects()) {
      from.versions(subject).forEach(version -> from.version(subject, version).ifPresent(all::add));
    }
    // What others refer to was registered first.
    all.sort(
        Comparator.comparing((RegisteredSchema schema) -> schema.schema().references().size())
            .thenComparing(RegisteredSchema::id));
    for (RegisteredSchema schema : all) {
      schemas.ids.put(schema.id(), to.register(schema.subject(), current(schema.schema(), to)));
    }
    return schemas;
  }

  /** The schema with references to the versions that there are now. */
  private static RegistrySchema current(RegistrySchema schema, SchemaRegistry to) {
    List<RegistrySchema.Reference> references = new ArrayList<>();
    for (RegistrySchema.Reference reference : schema.references()) {
      int version =
          to.latest(reference.subject()).map(RegisteredSchema::version).orElse(reference.version());
      references.add(new RegistrySchema.Reference(reference.name(), reference.subject(), version));
    }
    return new RegistrySchema(schema.type(), schema.text(), references);
  }

  /** A statement with the ids that the schemas have now. */
  String withIds(String statement) {
    return ID.matcher(statement)
        .replaceAll(
            found -> {
              int id = Integer.parseInt(found.group(2));
              return Matcher.quoteReplacement(found.group(1) + ids.getOrDefault(id, id));
            });
  }
}
