package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AssertSchema;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.SchemaAsserted;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;

/** ASSERT SCHEMA. */
final class AssertSchemaHandler implements StatementHandler<AssertSchema> {
  private final ServerParts parts;

  AssertSchemaHandler(ServerParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<Entity> handle(AssertSchema wanted, Prepared prepared) {
    SchemaRegistry registry =
        parts
            .outside()
            .registry()
            .orElseThrow(
                () ->
                    Diagnostic.error(
                            ErrorCode.SCHEMA_REGISTRY_MISSING,
                            wanted.span(),
                            "This server has no schema registry.")
                        .hint("Set ksql.schema.registry.url.")
                        .toException());
    Assertions.await(
        wanted.timeout().orElseGet(() -> parts.settings().get(EngineSettings.ASSERT_TIMEOUT)),
        () -> problem(wanted, registry),
        wanted.span());
    return Optional.of(
        new SchemaAsserted(
            prepared.text(),
            wanted.subject().map(Identifier::text),
            wanted.id(),
            wanted.exists(),
            List.of()));
  }

  private static Optional<String> problem(AssertSchema wanted, SchemaRegistry registry) {
    try {
      boolean found = exists(wanted, registry);
      return found == wanted.exists()
          ? Optional.empty()
          : Optional.of(
              "The schema"
                  + wanted.subject().map(subject -> " of " + subject.text()).orElse("")
                  + wanted.id().map(id -> " with id " + id).orElse("")
                  + (found ? " exists." : " does not exist."));
    } catch (RegistryException e) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY, "The registry cannot be asked: %s", e.getMessage())
          .toException(e);
    }
  }

  private static boolean exists(AssertSchema wanted, SchemaRegistry registry) {
    if (wanted.subject().isEmpty()) {
      return wanted.id().filter(id -> registry.byId(id).isPresent()).isPresent();
    }
    String subject = wanted.subject().get().text();
    if (wanted.id().isEmpty()) {
      return registry.latest(subject).isPresent();
    }
    return registry
        .byId(wanted.id().get())
        .flatMap(schema -> registry.lookup(subject, schema))
        .isPresent();
  }
}
