package io.confluent.ksql.engine.facts;

import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.facts.SchemaFacts;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Asks the world outside for what planning must know of it. */
public final class FactCollector {
  private final Topics topics;
  private final SchemaFinder schemas;

  /** Asks these topics and this registry. */
  public FactCollector(Topics topics, SchemaFinder schemas) {
    this.topics = Objects.requireNonNull(topics, "topics");
    this.schemas = Objects.requireNonNull(schemas, "schemas");
  }

  /**
   * What there is of everything that statements name, as it is now.
   *
   * @param topicPrefix what the names of topics begin with that statements make
   * @param nextCommand offset at which the first command of the statements will stand
   */
  public ExternalFacts collect(
      Collection<Statement> statements, Catalog catalog, String topicPrefix, long nextCommand) {
    NamedTopics names = new NamedTopics(catalog, topicPrefix);
    Map<String, SchemaFacts> found = new HashMap<>();
    for (Statement statement : statements) {
      names.add(statement);
      found.putAll(schemas.find(statement, names::topicOf));
    }
    Map<String, TopicFacts> known = names.all().isEmpty() ? Map.of() : topics.describe(names.all());
    return new ExternalFacts(known, found, schemas.hasRegistry(), nextCommand);
  }

  /** The facts as they will be when a command has been carried out. */
  public static ExternalFacts after(ExternalFacts facts, Command command) {
    ExternalFacts after = facts.atCommand(facts.nextCommand() + 1);
    for (Duty duty : command.duties()) {
      if (duty instanceof Duty.CreateTopic create) {
        after = after.withTopic(create.topic(), madeOf(create));
      } else if (duty instanceof Duty.DeleteTopic delete) {
        after = after.withoutTopic(delete.topic());
      } else if (duty instanceof Duty.RegisterSchema register) {
        after = withSchema(after, register);
      }
    }
    return after;
  }

  private static TopicFacts madeOf(Duty.CreateTopic create) {
    String retention = create.config().get("retention.ms");
    return new TopicFacts(
        create.partitions(),
        Math.max(1, create.replicas()),
        retention == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(retention)));
  }

  /** The id is not known before it is registered; nothing that is validated depends on it. */
  private static ExternalFacts withSchema(ExternalFacts facts, Duty.RegisterSchema register) {
    Map<String, SchemaFacts> more = new HashMap<>(facts.schemas());
    more.putIfAbsent(
        SchemaFinder.subject(register.topic(), register.side()),
        new SchemaFacts(
            0, register.format().name(), register.columns(), register.format().wrapped()));
    return new ExternalFacts(facts.topics(), more, facts.hasRegistry(), facts.nextCommand());
  }
}
