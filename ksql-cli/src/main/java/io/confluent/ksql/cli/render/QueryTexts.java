package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.QueryDescribed;
import io.confluent.ksql.rest.wire.QueryDescription;
import io.confluent.ksql.rest.wire.QueryDescriptions;
import java.util.List;
import java.util.TreeMap;

/** Answers of EXPLAIN. */
final class QueryTexts {
  private QueryTexts() {}

  static void described(QueryDescribed described, Page page) {
    describe(described.queryDescription(), page);
  }

  static void descriptions(QueryDescriptions descriptions, Page page) {
    boolean first = true;
    for (QueryDescription query : descriptions.queryDescriptions()) {
      if (!first) {
        page.blank();
      }
      first = false;
      describe(query, page);
    }
  }

  private static void describe(QueryDescription query, Page page) {
    if (!query.id().isEmpty()) {
      page.label("ID", query.id());
    }
    if (!query.queryType().isEmpty()) {
      page.label("Query Type", query.queryType());
    }
    page.label("SQL", query.statementText());
    if (!query.ksqlHostQueryStatus().isEmpty()) {
      page.label("Host Query Status", query.ksqlHostQueryStatus());
    }
    page.blank().table(SourceTexts.fields(query.fields(), "", query.windowType()));
    names("Sources that this query reads from", query.sources(), page);
    names("Sinks that this query writes to", query.sinks(), page);
    section("Execution plan", query.executionPlan(), page);
    section("Processing topology", query.topology(), page);
    properties(query, page);
    errors(query, page);
    tasks(query, page);
  }

  private static void names(String title, List<String> names, Page page) {
    if (!names.isEmpty()) {
      page.blank().underlined(title);
      names.stream().sorted().forEach(page::text);
      page.blank().text("For details run: DESCRIBE <Stream,Table> EXTENDED;");
    }
  }

  private static void section(String title, String text, Page page) {
    if (!text.isBlank()) {
      page.blank().underlined(title).text(text);
    }
  }

  private static void properties(QueryDescription query, Page page) {
    if (!query.overriddenProperties().isEmpty()) {
      Table table = Table.of("Property", "Value");
      new TreeMap<>(query.overriddenProperties()).forEach(table::row);
      page.blank().underlined("Overridden Properties").table(table);
    }
  }

  private static void errors(QueryDescription query, Page page) {
    if (!query.queryErrors().isEmpty()) {
      Table table = Table.of("Time", "Type", "Error");
      for (QueryDescription.QueryError error : query.queryErrors()) {
        table.row(
            java.time.Instant.ofEpochMilli(error.timestamp()), error.type(), error.errorMessage());
      }
      page.blank().underlined("Errors").table(table);
    }
  }

  private static void tasks(QueryDescription query, Page page) {
    if (!query.tasksMetadata().isEmpty()) {
      Table table = Table.of("Task", "Topic", "Partition", "Offset", "End Offset");
      for (QueryDescription.StreamsTask task : query.tasksMetadata()) {
        for (QueryDescription.TaskOffset at : task.topicOffsets()) {
          table.row(
              task.taskId(),
              at.topicPartitionEntity().topic(),
              at.topicPartitionEntity().partition(),
              at.committedOffset(),
              at.endOffset());
        }
      }
      page.blank().underlined("Tasks").table(table);
    }
  }
}
