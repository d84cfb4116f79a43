package io.confluent.ksql.engine.facts;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.Objects;
import java.util.Optional;

/** Makes true outside what commands say; doing it again changes nothing. */
public final class DutyRunner {
  private final Topics topics;
  private final Formats formats;
  private final Optional<SchemaRegistry> registry;

  /** Works on these topics and this registry. */
  public DutyRunner(Topics topics, Formats formats, Optional<SchemaRegistry> registry) {
    this.topics = Objects.requireNonNull(topics, "topics");
    this.formats = Objects.requireNonNull(formats, "formats");
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /** Fails where {@link #run} can be seen to fail, and changes nothing. */
  public void check(Duty duty) {
    if (duty instanceof Duty.CreateTopic create) {
      topics.check(create);
    } else if (duty instanceof Duty.RegisterSchema register) {
      checkSchema(register);
    }
  }

  /** Does it. */
  public void run(Duty duty) {
    if (duty instanceof Duty.CreateTopic create) {
      topics.create(create);
    } else if (duty instanceof Duty.RegisterSchema register) {
      register(register);
    } else if (duty instanceof Duty.DeleteTopic delete) {
      delete(delete);
    }
  }

  private void checkSchema(Duty.RegisterSchema duty) {
    SchemaRegistry schemas = registryFor(duty);
    RegistrySchema schema = schemaOf(duty);
    String subject = SchemaFinder.subject(duty.topic(), duty.side());
    try {
      if (mayRegister(duty, schemas, subject) && !schemas.isCompatible(subject, schema)) {
        throw Diagnostic.error(
                ErrorCode.SCHEMA_REGISTRY,
                "The registry does not take the schema of these columns as next version of %s.",
                subject)
            .hint("Keep the columns compatible, or write to another topic.")
            .toException();
      }
    } catch (RegistryException e) {
      throw failure(subject, e);
    }
  }

  private void register(Duty.RegisterSchema duty) {
    SchemaRegistry schemas = registryFor(duty);
    String subject = SchemaFinder.subject(duty.topic(), duty.side());
    try {
      Optional<Integer> given = givenId(duty);
      if (given.isPresent()) {
        registerGiven(given.get(), duty, schemas, subject);
      } else if (mayRegister(duty, schemas, subject)) {
        schemas.register(subject, schemaOf(duty));
      }
    } catch (RegistryException e) {
      throw failure(subject, e);
    }
  }

  /** A schema that is there under another subject gets the same id, unless its text differs. */
  private void registerGiven(
      int given, Duty.RegisterSchema duty, SchemaRegistry schemas, String subject) {
    boolean latest = schemas.latest(subject).filter(known -> known.id() == given).isPresent();
    if (latest || !mayRegister(duty, schemas, subject)) {
      return;
    }
    int id = schemas.register(subject, schemaOf(duty));
    if (id != given) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY,
              "The registry gave the schema %d, registered under %s, the id %d.",
              given,
              subject,
              id)
          .hint("Give the id " + id + ".")
          .toException();
    }
  }

  private static boolean mayRegister(
      Duty.RegisterSchema duty, SchemaRegistry schemas, String subject) {
    return duty.mode() == Duty.RegisterSchema.Mode.ALWAYS || schemas.latest(subject).isEmpty();
  }

  private static Optional<Integer> givenId(Duty.RegisterSchema duty) {
    return Optional.ofNullable(duty.format().options().get(SchemaOptions.SCHEMA_ID.name()))
        .map(Integer::valueOf);
  }

  private RegistrySchema schemaOf(Duty.RegisterSchema duty) {
    Optional<Integer> given = givenId(duty);
    return given.isPresent() ? schemaOf(given.get(), duty) : schemaOfColumns(duty);
  }

  private RegistrySchema schemaOf(int id, Duty.RegisterSchema duty) {
    return registryFor(duty)
        .byId(id)
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.SCHEMA_NOT_FOUND,
                        "The schema registry has no schema with the id %d.",
                        id)
                    .toException());
  }

  private RegistrySchema schemaOfColumns(Duty.RegisterSchema duty) {
    FormatContext plain =
        FormatContext.of(duty.topic(), duty.side())
            .withOptions(duty.format().options())
            .withRegistry(registryFor(duty));
    return formats
        .find(duty.format().name())
        .flatMap(Format::schemaTranslator)
        .map(
            translator ->
                translator.toSchema(duty.columns(), duty.format().wrapped() ? plain : plain.bare()))
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.INVALID_FORMAT,
                        "The format %s has no schemas.",
                        duty.format().name())
                    .toException());
  }

  private SchemaRegistry registryFor(Duty.RegisterSchema duty) {
    return registry.orElseThrow(
        () ->
            Diagnostic.error(
                    ErrorCode.SCHEMA_REGISTRY_MISSING,
                    "The format %s needs a schema registry.",
                    duty.format().name())
                .hint("Set ksql.schema.registry.url, or use another format.")
                .toException());
  }

  private void delete(Duty.DeleteTopic duty) {
    topics.delete(duty.topic());
    for (String subject : duty.subjects()) {
      try {
        if (registry.isPresent() && registry.get().latest(subject).isPresent()) {
          registry.get().deleteSubject(subject);
        }
      } catch (RegistryException e) {
        throw failure(subject, e);
      }
    }
  }

  private static DiagnosticException failure(String subject, RegistryException cause) {
    return Diagnostic.error(
            ErrorCode.SCHEMA_REGISTRY,
            "The schema registry refused %s: %s",
            subject,
            cause.getMessage())
        .toException(cause);
  }
}
