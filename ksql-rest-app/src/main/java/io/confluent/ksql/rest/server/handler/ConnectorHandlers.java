package io.confluent.ksql.rest.server.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.ConnectorKind;
import io.confluent.ksql.parser.ast.CreateConnector;
import io.confluent.ksql.parser.ast.DescribeConnector;
import io.confluent.ksql.parser.ast.DropConnector;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.parser.ast.ShowConnectorPlugins;
import io.confluent.ksql.parser.ast.ShowConnectors;
import io.confluent.ksql.rest.wire.ConnectorCreated;
import io.confluent.ksql.rest.wire.ConnectorDescribed;
import io.confluent.ksql.rest.wire.ConnectorDropped;
import io.confluent.ksql.rest.wire.ConnectorPluginsList;
import io.confluent.ksql.rest.wire.ConnectorsList;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.rest.wire.WarningEntity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Statements about connectors. */
final class ConnectorHandlers {
  private static final String CLASS = "connector.class";
  private final ConnectWorker worker;
  private final SourceDescriber sources;

  ConnectorHandlers(ConnectWorker worker, SourceDescriber sources) {
    this.worker = worker;
    this.sources = sources;
  }

  Optional<Entity> create(CreateConnector create, Prepared prepared) {
    String name = create.name().text();
    Map<String, String> config = new LinkedHashMap<>();
    for (Property property : create.with().properties()) {
      config.put(property.name(), text(property));
    }
    checkClass(create);
    ConnectWorker.Answer answer = worker.create(name, config);
    if (answer.status() == 409 && worker.connector(name).ok()) {
      return Optional.of(exists(create, prepared));
    }
    if (answer.status() == 400 || answer.status() == 422) {
      throw Diagnostic.error(
              ErrorCode.INVALID_CONNECTOR,
              create.with().span(),
              "Kafka Connect does not take the connector: %s",
              answer.message())
          .toException();
    }
    if (!answer.ok()) {
      throw worker.refused(answer);
    }
    return Optional.of(new ConnectorCreated(prepared.text(), info(answer.body()), List.of()));
  }

  private static String text(Property property) {
    if (property.value().isNull()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY,
              property.value().span(),
              "The property %s of a connector has no value.",
              property.name())
          .toException();
    }
    return String.valueOf(property.value().value());
  }

  private static Entity exists(CreateConnector create, Prepared prepared) {
    String name = create.name().text();
    if (create.ifNotExists()) {
      return new WarningEntity(
          prepared.text(), "The connector " + name + " exists already.", List.of());
    }
    throw Diagnostic.error(
            ErrorCode.CONNECTOR_EXISTS, create.name().span(), "Connector %s already exists.", name)
        .hint("DROP CONNECTOR first, or create it IF NOT EXISTS.")
        .toException();
  }

  /** The worker's own words for an unknown class are a page long. */
  private void checkClass(CreateConnector create) {
    Property property =
        create
            .with()
            .get(CLASS)
            .orElseThrow(
                () ->
                    Diagnostic.error(
                            ErrorCode.INVALID_PROPERTY,
                            create.name().span(),
                            "The connector has no property '%s'.",
                            CLASS)
                        .hint("SHOW CONNECTOR PLUGINS lists the classes.")
                        .toException());
    String given = text(property);
    List<String> names = new ArrayList<>();
    for (JsonNode plugin : worker.plugins()) {
      String className = plugin.path("class").asText();
      String simple = className.substring(className.lastIndexOf('.') + 1);
      names.add(given.indexOf('.') < 0 ? simple : className);
      if (Set.of(className, simple, simple.replaceFirst("Connector$", "")).contains(given)) {
        checkKind(create.kind(), plugin.path("type").asText(), property);
        return;
      }
    }
    throw Diagnostic.error(
            ErrorCode.INVALID_CONNECTOR,
            property.value().span(),
            "Kafka Connect has no connector of the class %s.",
            given)
        .hint(
            Names.nearest(given, names)
                .map("Did you mean %s?"::formatted)
                .or(() -> Optional.of("SHOW CONNECTOR PLUGINS lists the classes.")))
        .toException();
  }

  private static void checkKind(ConnectorKind kind, String found, Property property) {
    if (!found.isEmpty() && !found.equalsIgnoreCase(kind.name())) {
      throw Diagnostic.error(
              ErrorCode.INVALID_CONNECTOR,
              property.value().span(),
              "%s is no %s.",
              text(property),
              kind.name().toLowerCase(Locale.ROOT))
          .hint("Write CREATE " + found.toUpperCase(Locale.ROOT) + " CONNECTOR.")
          .toException();
    }
  }

  private static ConnectorCreated.Connector info(JsonNode body) {
    Map<String, String> config = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : body.path("config").properties()) {
      String value = entry.getValue().asText();
      config.put(entry.getKey(), ShownValues.of(entry.getKey(), value, Optional.empty()));
    }
    List<ConnectorCreated.ConnectorTask> tasks = new ArrayList<>();
    for (JsonNode task : body.path("tasks")) {
      tasks.add(
          new ConnectorCreated.ConnectorTask(
              task.path("connector").asText(), task.path("task").asInt()));
    }
    return new ConnectorCreated.Connector(
        body.path("name").asText(), config, tasks, body.path("type").asText());
  }

  Optional<Entity> drop(DropConnector drop, Prepared prepared) {
    String name = drop.name().text();
    ConnectWorker.Answer answer = worker.delete(name);
    if (answer.status() == 404) {
      if (drop.ifExists()) {
        return Optional.of(
            new WarningEntity(
                prepared.text(), "Connector " + name + " does not exist.", List.of()));
      }
      throw unknown(drop.name());
    }
    if (!answer.ok()) {
      throw worker.refused(answer);
    }
    return Optional.of(new ConnectorDropped(prepared.text(), name, List.of()));
  }

  private RuntimeException unknown(Identifier name) {
    Set<String> known = new TreeSet<>();
    worker.connectors().fieldNames().forEachRemaining(known::add);
    return Diagnostic.error(
            ErrorCode.CONNECTOR_NOT_FOUND, name.span(), "Connector %s does not exist.", name.text())
        .hint(
            Names.nearest(name.text(), known)
                .map(
                    found ->
                        "Did you mean %s?"
                            .formatted(Names.isPlain(found) ? found : Names.quoted(found)))
                .or(() -> Optional.of("SHOW CONNECTORS lists those that do.")))
        .toException();
  }

  Optional<Entity> show(ShowConnectors show, Prepared prepared) {
    List<ConnectorsList.Connector> list = new ArrayList<>();
    for (Map.Entry<String, JsonNode> connector : worker.connectors().properties()) {
      JsonNode info = connector.getValue().path("info");
      String type = info.path("type").asText("unknown");
      if (show.kind().isEmpty() || type.equalsIgnoreCase(show.kind().get().name())) {
        list.add(
            new ConnectorsList.Connector(
                connector.getKey(),
                type,
                info.path("config").path(CLASS).asText(),
                state(connector.getValue().path("status"))));
      }
    }
    return Optional.of(new ConnectorsList(prepared.text(), list, List.of()));
  }

  private static String state(JsonNode status) {
    int running = 0;
    for (JsonNode task : status.path("tasks")) {
      running += task.path("state").asText().equals("RUNNING") ? 1 : 0;
    }
    return "%s (%d/%d tasks RUNNING)"
        .formatted(
            status.path("connector").path("state").asText("UNASSIGNED"),
            running,
            status.path("tasks").size());
  }

  Optional<Entity> plugins(ShowConnectorPlugins show, Prepared prepared) {
    List<ConnectorPluginsList.Plugin> list = new ArrayList<>();
    for (JsonNode plugin : worker.plugins()) {
      list.add(
          new ConnectorPluginsList.Plugin(
              plugin.path("class").asText(),
              plugin.path("type").asText(),
              plugin.path("version").asText()));
    }
    return Optional.of(new ConnectorPluginsList(prepared.text(), list, List.of()));
  }

  Optional<Entity> describe(DescribeConnector describe, Prepared prepared) {
    String name = describe.name().text();
    ConnectWorker.Answer connector = worker.connector(name);
    if (connector.status() == 404) {
      throw unknown(describe.name());
    }
    if (!connector.ok()) {
      throw worker.refused(connector);
    }
    JsonNode status = worker.status(name);
    List<ConnectorDescribed.TaskState> tasks = new ArrayList<>();
    for (JsonNode task : status.path("tasks")) {
      tasks.add(
          new ConnectorDescribed.TaskState(
              task.path("id").asInt(),
              task.path("state").asText(),
              task.path("worker_id").asText(),
              trace(task)));
    }
    JsonNode own = status.path("connector");
    List<String> topics = new ArrayList<>();
    worker.topics(name).forEach(topic -> topics.add(topic.asText()));
    List<Warning> warnings = new ArrayList<>();
    return Optional.of(
        new ConnectorDescribed(
            prepared.text(),
            connector.body().path("config").path(CLASS).asText(),
            new ConnectorDescribed.Status(
                name,
                new ConnectorDescribed.State(
                    own.path("state").asText(), own.path("worker_id").asText(), trace(own)),
                tasks,
                status.path("type").asText("unknown")),
            sources.overTopics(Set.copyOf(topics), warnings),
            topics,
            warnings));
  }

  private static Optional<String> trace(JsonNode state) {
    return Optional.ofNullable(state.path("trace").asText(null));
  }
}
