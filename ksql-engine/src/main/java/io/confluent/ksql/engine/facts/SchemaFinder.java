package io.confluent.ksql.engine.facts;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.facts.SchemaFacts;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Looks up the schemas of a registry from which a statement may take its columns. */
public final class SchemaFinder {
  private static final String SCHEMA_ID = "SCHEMA_ID";

  private final Formats formats;
  private final Optional<SchemaRegistry> registry;

  /** Looks into this registry, if there is one. */
  public SchemaFinder(Formats formats, Optional<SchemaRegistry> registry) {
    this.formats = Objects.requireNonNull(formats, "formats");
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  boolean hasRegistry() {
    return registry.isPresent();
  }

  static String subject(String topic, Schema.Side side) {
    return topic + "-" + side.name().toLowerCase(Locale.ROOT);
  }

  /** The schemas by subject, or by subject and id. */
  Map<String, SchemaFacts> find(
      Statement statement, Function<String, Optional<String>> topicOfSource) {
    if (registry.isEmpty()) {
      return Map.of();
    }
    if (statement instanceof CreateSource create) {
      return find(create.name(), create.with(), topicOfSource);
    }
    if (statement instanceof CreateAsSelect create) {
      return find(create.name(), create.with(), topicOfSource);
    }
    return Map.of();
  }

  private Map<String, SchemaFacts> find(
      Identifier name, Properties with, Function<String, Optional<String>> topicOfSource) {
    Map<String, SchemaFacts> found = new HashMap<>();
    String topic = topicOfSource.apply(name.text()).orElse(name.text());
    for (Schema.Side side : Schema.Side.values()) {
      Optional<Format> format = format(with, side);
      // A result without a format of its own takes over that of what it reads.
      boolean asked = format.isEmpty() && with.get(side.name() + "_" + SCHEMA_ID).isPresent();
      if (asked || format.filter(known -> known.abilities().usesRegistry()).isPresent()) {
        find(topic, side, with, found);
      }
    }
    return found;
  }

  private Optional<Format> format(Properties with, Schema.Side side) {
    return text(with, side.name() + "_FORMAT")
        .or(() -> text(with, "FORMAT"))
        .flatMap(formats::find);
  }

  private void find(
      String topic, Schema.Side side, Properties with, Map<String, SchemaFacts> found) {
    String subject = subject(topic, side);
    Optional<Integer> id =
        text(with, side.name() + "_" + SCHEMA_ID)
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Integer::valueOf);
    FormatContext context = FormatContext.of(topic, side).withRegistry(registry.orElseThrow());
    try {
      if (id.isPresent()) {
        FormatContext exact = context.withOptions(Map.of(SCHEMA_ID, id.get().toString()));
        registry
            .orElseThrow()
            .byId(id.get())
            .flatMap(schema -> facts(id.get(), schema, exact))
            .ifPresent(facts -> found.put(subject + "#" + id.get(), facts));
      }
      Optional<RegisteredSchema> latest = registry.orElseThrow().latest(subject);
      latest
          .flatMap(schema -> facts(schema.id(), schema.schema(), context))
          .ifPresent(facts -> found.put(subject, facts));
    } catch (RegistryException e) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY,
              "The schema of %s cannot be looked up: %s",
              subject,
              e.getMessage())
          .hint("Check ksql.schema.registry.url and that the registry runs.")
          .toException(e);
    }
  }

  private Optional<SchemaFacts> facts(int id, RegistrySchema schema, FormatContext context) {
    Optional<Format> format = formats.find(formatName(schema.type()));
    Optional<SchemaTranslator> translator = format.flatMap(Format::schemaTranslator);
    if (translator.isEmpty()) {
      return Optional.empty();
    }
    InferredSchema columns = translator.get().toColumns(schema, context);
    return Optional.of(
        new SchemaFacts(id, format.get().name(), columns.columns(), columns.record()));
  }

  private static String formatName(RegistrySchema.Type type) {
    return switch (type) {
      case AVRO -> "AVRO";
      case JSON -> "JSON_SR";
      case PROTOBUF -> "PROTOBUF";
    };
  }

  private static Optional<String> text(Properties with, String property) {
    return with.get(property)
        .map(found -> found.value().value())
        .filter(Objects::nonNull)
        .map(Object::toString);
  }
}
