package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.FieldDescription;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.SourceDescribed;
import io.confluent.ksql.rest.wire.SourceDescription;
import io.confluent.ksql.rest.wire.SourceDescriptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers of DESCRIBE for streams and tables. */
final class SourceTexts {
  private SourceTexts() {}

  static void described(SourceDescribed described, Page page) {
    describe(described.sourceDescription(), page);
  }

  static void descriptions(SourceDescriptions descriptions, Page page) {
    boolean first = true;
    for (SourceDescription source : descriptions.sourceDescriptions()) {
      if (!first) {
        page.blank();
      }
      first = false;
      describe(source, page);
    }
  }

  private static void describe(SourceDescription source, Page page) {
    if (source.extended()) {
      describeExtended(source, page);
    } else {
      page.label("Name", source.name());
      page.table(fields(source.fields(), source.type(), source.windowType()));
      page.text("For runtime statistics and query details run: DESCRIBE <Stream,Table> EXTENDED;");
    }
  }

  private static void describeExtended(SourceDescription source, Page page) {
    page.label("Name", source.name());
    page.label("Type", source.type());
    page.label(
        "Timestamp field",
        source.timestamp().isEmpty() ? "Not set - using <ROWTIME>" : source.timestamp());
    page.label("Key format", source.keyFormat());
    page.label("Value format", source.valueFormat());
    page.label("Kafka topic", topic(source));
    page.label("Statement", source.statement());
    page.blank();
    page.table(fields(source.fields(), source.type(), source.windowType()));
    constraints(source, page);
    queries("Queries that read from this " + source.type(), source.readQueries(), page);
    queries("Queries that write from this " + source.type(), source.writeQueries(), page);
    statistics(source, page);
    if (!source.queryOffsetSummaries().isEmpty()) {
      page.blank().text("Consumer Groups summary:");
      source.queryOffsetSummaries().forEach(offsets -> offsets(offsets, page));
    }
  }

  private static String topic(SourceDescription source) {
    return source.partitions() == 0
        ? source.topic()
        : String.format(
            "%s (partitions: %d, replication: %d)",
            source.topic(), source.partitions(), source.replication());
  }

  /** The columns of a source or a query's result. */
  static Table fields(List<FieldDescription> fields, String sourceType, Optional<String> window) {
    Table table = Table.of("Field", "Type");
    for (FieldDescription field : fields) {
      table.row(field.name(), type(field, sourceType, window));
    }
    return table;
  }

  private static String type(FieldDescription field, String sourceType, Optional<String> window) {
    String type = field.schema().toTypeString();
    if (field.type().isEmpty()) {
      return type;
    }
    String mark =
        switch (field.type().get()) {
          case KEY ->
              (sourceType.equals("TABLE") ? "(primary key)" : "(key)")
                  + window.map(kind -> " (Window type: " + kind + ")").orElse("");
          case HEADER ->
              field.headerKey().map(key -> "(header('" + key + "'))").orElse("(headers)");
        };
    return String.format("%-16s %s", type, mark);
  }

  private static void constraints(SourceDescription source, Page page) {
    if (!source.sourceConstraints().isEmpty()) {
      page.blank().underlined("Sources that have a DROP constraint on this source");
      source.sourceConstraints().stream().sorted().forEach(page::text);
    }
  }

  private static void queries(String title, List<RunningQuery> queries, Page page) {
    if (queries.isEmpty()) {
      return;
    }
    page.blank().underlined(title);
    for (RunningQuery query : queries) {
      String state = query.state().orElseGet(() -> ListTexts.status(query));
      page.text(query.id() + " (" + state + ") : " + query.queryString());
    }
    page.blank().text("For query topology and execution plan run: EXPLAIN <QueryId>;");
  }

  private static void statistics(SourceDescription source, Page page) {
    page.blank().underlined("Local runtime statistics");
    page.text(source.statistics());
    page.text(source.errorStats());
    List<SourceDescription.HostCount> counts = new ArrayList<>(source.clusterStatistics());
    counts.addAll(source.clusterErrorStats());
    if (!counts.isEmpty()) {
      Table table = Table.of("Host", "Metric", "Value");
      counts.forEach(
          count ->
              table.row(
                  count.host(),
                  count.name(),
                  BigDecimal.valueOf(count.value()).stripTrailingZeros().toPlainString()));
      page.blank().table(table);
    }
  }

  private static void offsets(SourceDescription.QueryOffsets group, Page page) {
    page.blank().label("Consumer Group", group.groupId());
    for (SourceDescription.TopicOffsets topic : group.topicSummaries()) {
      Table table = Table.of("Partition", "Start Offset", "End Offset", "Offset", "Lag");
      long maxLag = 0;
      for (SourceDescription.PartitionOffsets at : topic.offsets()) {
        long lag = at.logEndOffset() - at.consumerOffset();
        maxLag = Math.max(maxLag, lag);
        table.row(at.partition(), at.logStartOffset(), at.logEndOffset(), at.consumerOffset(), lag);
      }
      page.blank().label("Kafka topic", topic.kafkaTopic()).label("Max lag", maxLag);
      page.blank().table(table);
    }
  }
}
