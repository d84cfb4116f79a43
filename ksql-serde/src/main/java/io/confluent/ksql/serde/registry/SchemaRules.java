package io.confluent.ksql.serde.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Whether a text is a schema, when two are the same, and which may follow which. */
final class SchemaRules {
  private final Map<RegistrySchema.Type, SchemaLanguage> languages =
      new EnumMap<>(RegistrySchema.Type.class);
  private final SchemaLanguage.References references;

  /**
   * Rules of the installed languages.
   *
   * @param references finds the schema of a reference, or throws a {@link RegistryException}
   */
  SchemaRules(SchemaLanguage.References references) {
    this.references = references;
    for (RegistrySchema.Type type : RegistrySchema.Type.values()) {
      languages.put(type, new OpaqueLanguage(type));
    }
    ServiceLoader.load(SchemaLanguage.class, SchemaRules.class.getClassLoader())
        .forEach(language -> languages.put(language.type(), language));
  }

  /**
   * The schema in the form in which it is kept.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if the text is no schema
   */
  RegistrySchema canonical(RegistrySchema schema) {
    return languages.get(schema.type()).canonical(schema, references);
  }

  /**
   * The schema in the form in which schemas that mean the same are equal.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if the text is no schema
   */
  RegistrySchema normalized(RegistrySchema schema) {
    return languages.get(schema.type()).normalized(schema, references);
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
        continue;
      }
      SchemaLanguage language = languages.get(candidate.type());
      if (level.isBackward()) {
        language
            .conflicts(candidate, before, references)
            .forEach(
                conflict ->
                    conflicts.add("The new schema cannot read earlier records: " + conflict));
      }
      if (level.isForward()) {
        language
            .conflicts(before, candidate, references)
            .forEach(
                conflict ->
                    conflicts.add("The earlier schema cannot read new records: " + conflict));
      }
    }
    return conflicts;
  }

  /** A language of which nothing is known but that equal texts are equal schemas. */
  private record OpaqueLanguage(RegistrySchema.Type type) implements SchemaLanguage {
    @Override
    public RegistrySchema canonical(RegistrySchema schema, References references) {
      if (schema.text().isBlank()) {
        throw new RegistryException(RegistryException.INVALID_SCHEMA, "The schema is empty.");
      }
      return schema;
    }

    @Override
    public List<String> conflicts(
        RegistrySchema reader, RegistrySchema writer, References references) {
      return List.of(
          "whether two schemas in %s are compatible is not known here; the level NONE lets it change"
              .formatted(type));
    }
  }
}
