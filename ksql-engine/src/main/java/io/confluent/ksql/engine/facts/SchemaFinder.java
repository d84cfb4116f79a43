package io.confluent.ksql.engine.facts;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.facts.SchemaFacts;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up the schemas of a registry from which a statement may take its columns. */
public final class SchemaFinder {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaFinder.class);
  private static final String SCHEMA_ID = SchemaOptions.SCHEMA_ID.name();
  private static final String SCHEMA_FULL_NAME = SchemaOptions.SCHEMA_FULL_NAME.name();

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
      return find(create.name(), create.with(), side -> !declares(create, side), topicOfSource);
    }
    if (statement instanceof CreateAsSelect create) {
      return find(create.name(), create.with(), side -> false, topicOfSource);
    }
    return Map.of();
  }

  private static boolean declares(CreateSource create, Schema.Side side) {
    return create.columns().stream()
        .map(ColumnDefinition::role)
        .anyMatch(
            role ->
                switch (side) {
                  case KEY ->
                      role instanceof ColumnRole.Key || role instanceof ColumnRole.PrimaryKey;
                  case VALUE -> role instanceof ColumnRole.Value;
                });
  }

  private Map<String, SchemaFacts> find(
      Identifier name,
      Properties with,
      Predicate<Schema.Side> inferred,
      Function<String, Optional<String>> topicOfSource) {
    Map<String, SchemaFacts> found = new HashMap<>();
    String topic = topicOfSource.apply(name.text()).orElse(name.text());
    for (Schema.Side side : Schema.Side.values()) {
      Optional<Format> format = format(with, side);
      boolean registered = format.filter(known -> known.abilities().usesRegistry()).isPresent();
      Optional<Integer> id = id(with, side);
      // A result without a format of its own takes over that of what it reads.
      try {
        if (id.isPresent() && (registered || format.isEmpty())) {
          findById(id.get(), context(topic, side, with), found);
        } else if (registered && inferred.test(side)) {
          findLatest(context(topic, side, with), found);
        }
      } catch (DiagnosticException e) {
        throw e.diagnostic().orAt(place(side, with)).toException(e);
      }
    }
    return found;
  }

  /** The property that chooses the schema of a side, as exactly as it is chosen. */
  private static Span place(Schema.Side side, Properties with) {
    return Stream.of(
            side + "_" + SCHEMA_FULL_NAME,
            side + "_AVRO_" + SCHEMA_FULL_NAME,
            side + "_" + SCHEMA_ID,
            side + "_FORMAT",
            "FORMAT")
        .flatMap(name -> with.get(name).stream())
        .findFirst()
        .map(Property::span)
        .orElse(with.span());
  }

  private Optional<Format> format(Properties with, Schema.Side side) {
    return text(with, side.name() + "_FORMAT")
        .or(() -> text(with, "FORMAT"))
        .flatMap(formats::find);
  }

  private static Optional<Integer> id(Properties with, Schema.Side side) {
    return text(with, side.name() + "_" + SCHEMA_ID)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::valueOf);
  }

  private void findById(int id, FormatContext context, Map<String, SchemaFacts> found) {
    Map<String, String> options = new HashMap<>(context.options());
    options.put(SCHEMA_ID, Integer.toString(id));
    FormatContext exact = context.withOptions(options);
    asked(exact, schemas -> schemas.byId(id))
        .flatMap(schema -> facts(id, schema, exact))
        .ifPresent(facts -> found.put(context.subject() + "#" + id, facts));
  }

  private void findLatest(FormatContext context, Map<String, SchemaFacts> found) {
    asked(context, schemas -> schemas.latest(context.subject()))
        .flatMap(latest -> facts(latest.id(), latest.schema(), context))
        .ifPresent(facts -> found.put(context.subject(), facts));
  }

  private <T> Optional<T> asked(
      FormatContext context, Function<SchemaRegistry, Optional<T>> question) {
    try {
      return question.apply(registry.orElseThrow());
    } catch (RegistryException e) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY,
              "The schema of %s cannot be looked up: %s",
              context.subject(),
              e.getMessage())
          .hint("Check ksql.schema.registry.url and that the registry runs.")
          .toException(e);
    }
  }

  private FormatContext context(String topic, Schema.Side side, Properties with) {
    FormatContext plain = FormatContext.of(topic, side).withRegistry(registry.orElseThrow());
    FormatContext context =
        text(with, side.name() + "_" + SCHEMA_FULL_NAME)
            .or(() -> text(with, side.name() + "_AVRO_" + SCHEMA_FULL_NAME))
            .map(name -> plain.withOptions(Map.of(SCHEMA_FULL_NAME, name)))
            .orElse(plain);
    boolean bare =
        text(with, "WRAP_SINGLE_VALUE").filter(text -> text.equalsIgnoreCase("false")).isPresent();
    return bare ? context.bare() : context;
  }

  private Optional<SchemaFacts> facts(int id, RegistrySchema schema, FormatContext context) {
    Optional<Format> format = formats.find(formatName(schema.type()));
    Optional<SchemaTranslator> translator = format.flatMap(Format::schemaTranslator);
    if (translator.isEmpty()) {
      return Optional.empty();
    }
    InferredSchema columns = translator.get().toColumns(schema, context);
    columns.dropped().forEach(what -> LOG.info("Schema of {}: {}", context.subject(), what));
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
