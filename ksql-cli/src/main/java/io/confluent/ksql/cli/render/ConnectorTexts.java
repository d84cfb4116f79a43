package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.ConnectorCreated;
import io.confluent.ksql.rest.wire.ConnectorDescribed;
import io.confluent.ksql.rest.wire.ConnectorDropped;
import io.confluent.ksql.rest.wire.ConnectorPluginsList;
import io.confluent.ksql.rest.wire.ConnectorsList;
import io.confluent.ksql.rest.wire.SourceDescription;

/** Answers about connectors. */
final class ConnectorTexts {
  private ConnectorTexts() {}

  static void created(ConnectorCreated created, Page page) {
    ListTexts.message("Created connector " + created.info().name(), page);
  }

  static void dropped(ConnectorDropped dropped, Page page) {
    ListTexts.message("Dropped connector \"" + dropped.connectorName() + '"', page);
  }

  static void list(ConnectorsList list, Page page) {
    Table table = Table.of("Connector Name", "Type", "Class", "Status");
    for (ConnectorsList.Connector connector : list.connectors()) {
      table.row(
          connector.name(),
          connector.type().toUpperCase(java.util.Locale.ROOT),
          connector.className(),
          connector.state());
    }
    page.table(table);
  }

  static void plugins(ConnectorPluginsList list, Page page) {
    Table table = Table.of("Class", "Type", "Version");
    for (ConnectorPluginsList.Plugin plugin : list.connectorsPlugins()) {
      table.row(
          plugin.className(), plugin.type().toUpperCase(java.util.Locale.ROOT), plugin.version());
    }
    page.table(table);
  }

  static void described(ConnectorDescribed described, Page page) {
    ConnectorDescribed.Status status = described.status();
    page.label("Name", status.name());
    page.label("Class", described.connectorClass());
    page.label("Type", status.type());
    page.label("State", status.connector().state());
    page.label("WorkerId", status.connector().workerId());
    status
        .connector()
        .trace()
        .filter(trace -> !trace.isEmpty())
        .ifPresent(trace -> page.label("Trace", trace));
    Table tasks = Table.of("Task ID", "State", "Error Trace");
    for (ConnectorDescribed.TaskState task : status.tasks()) {
      tasks.row(task.id(), task.state(), task.trace().orElse(""));
    }
    page.blank().table(tasks);
    if (!described.sources().isEmpty()) {
      Table sources = Table.of("KSQL Source Name", "Kafka Topic", "Type");
      for (SourceDescription source : described.sources()) {
        sources.row(source.name(), source.topic(), source.type());
      }
      page.blank().table(sources);
    }
    if (!described.topics().isEmpty()) {
      Table topics = Table.of("Related Topics");
      described.topics().forEach(topics::row);
      page.blank().table(topics);
    }
  }
}
