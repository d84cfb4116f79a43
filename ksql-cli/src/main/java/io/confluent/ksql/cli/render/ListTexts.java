package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.PropertiesList;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.QueryTerminated;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.SchemaAsserted;
import io.confluent.ksql.rest.wire.SourceSummary;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.TablesList;
import io.confluent.ksql.rest.wire.TopicAsserted;
import io.confluent.ksql.rest.wire.TopicsExtendedList;
import io.confluent.ksql.rest.wire.TopicsList;
import io.confluent.ksql.rest.wire.TypesList;
import io.confluent.ksql.rest.wire.VariablesList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers that are lists or single messages. */
final class ListTexts {
  private ListTexts() {}

  static void message(String message, Page page) {
    page.table(Table.of("Message").row(message));
  }

  static void commandResult(CommandResult result, Page page) {
    // An error's message is a stack trace, of which people need the first line.
    message(result.commandStatus().message().lines().findFirst().orElse(""), page);
  }

  static void queryTerminated(QueryTerminated terminated, Page page) {
    message(
        terminated.wasTerminated()
            ? "Query terminated."
            : "Query " + terminated.queryId() + " was not running.",
        page);
  }

  static void streams(StreamsList list, Page page) {
    page.table(sources("Stream Name", list.streams(), false));
  }

  static void tables(TablesList list, Page page) {
    page.table(sources("Table Name", list.tables(), true));
  }

  private static Table sources(String title, List<SourceSummary> sources, boolean tables) {
    List<SourceSummary> sorted =
        sources.stream().sorted(Comparator.comparing(SourceSummary::name)).toList();
    boolean classic =
        !sorted.isEmpty() && sorted.stream().allMatch(source -> source.format().isPresent());
    return classic ? classic(title, sorted, tables) : modern(title, sorted);
  }

  private static Table modern(String title, List<SourceSummary> sources) {
    Table table = Table.of(title, "Kafka Topic", "Key Format", "Value Format", "Windowed");
    for (SourceSummary source : sources) {
      table.row(
          source.name(),
          source.topic(),
          source.keyFormat(),
          source.valueFormat(),
          source.windowed());
    }
    return table;
  }

  private static Table classic(String title, List<SourceSummary> sources, boolean tables) {
    Table table =
        tables
            ? Table.of(title, "Kafka Topic", "Format", "Windowed")
            : Table.of(title, "Kafka Topic", "Format");
    for (SourceSummary source : sources) {
      String format = source.format().orElseThrow();
      if (tables) {
        table.row(source.name(), source.topic(), format, source.windowed());
      } else {
        table.row(source.name(), source.topic(), format);
      }
    }
    return table;
  }

  static void queries(QueriesList list, Page page) {
    Table table =
        Table.of(
            "Query ID", "Query Type", "Status", "Sink Name", "Sink Kafka Topic", "Query String");
    list.queries().stream()
        .sorted(Comparator.comparing(RunningQuery::id))
        .forEach(
            query ->
                table.row(
                    query.id(),
                    query.queryType(),
                    status(query),
                    String.join(",", query.sinks()),
                    String.join(",", query.sinkKafkaTopics()),
                    oneLine(query.queryString())));
    page.table(table);
    page.text("For detailed information on a Query run: EXPLAIN <Query ID>;");
  }

  /** Without line ends and the backslashes that continued lines. */
  private static String oneLine(String sql) {
    return sql.replaceAll("\\s*\\\\?\\h*\\R\\s*", " ").strip();
  }

  static String status(RunningQuery query) {
    return new TreeMap<>(query.statusCount())
        .entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  static void topics(TopicsList list, Page page) {
    Table table = Table.of("Kafka Topic", "Partitions", "Partition Replicas");
    list.topics().stream()
        .sorted(Comparator.comparing(TopicsList.Topic::name))
        .forEach(
            topic ->
                table.row(topic.name(), topic.replicaInfo().size(), replicas(topic.replicaInfo())));
    page.table(table);
  }

  static void topicsExtended(TopicsExtendedList list, Page page) {
    Table table =
        Table.of("Kafka Topic", "Partitions", "Partition Replicas", "Consumers", "ConsumerGroups");
    list.topics().stream()
        .sorted(Comparator.comparing(TopicsExtendedList.Topic::name))
        .forEach(
            topic ->
                table.row(
                    topic.name(),
                    topic.replicaInfo().size(),
                    replicas(topic.replicaInfo()),
                    topic.consumerCount(),
                    topic.consumerGroupCount()));
    page.table(table);
  }

  private static String replicas(List<Integer> perPartition) {
    boolean same = perPartition.stream().distinct().count() == 1;
    return same
        ? perPartition.get(0).toString()
        : perPartition.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  static void properties(PropertiesList list, Page page) {
    Table table = Table.of("Property", "Scope", "Default override", "Effective Value");
    list.properties().stream()
        .sorted(
            Comparator.comparing(PropertiesList.Property::scope)
                .thenComparing(PropertiesList.Property::name))
        .forEach(
            property ->
                table.row(
                    property.name(),
                    property.scope(),
                    property.level(),
                    property.value().orElse("null")));
    page.table(table);
  }

  static void types(TypesList list, Page page) {
    Table table = Table.of("Type Name", "Schema");
    new TreeMap<>(list.types()).forEach((name, type) -> table.row(name, type.toTypeString()));
    page.table(table);
  }

  static void variables(VariablesList list, Page page) {
    Table table = Table.of("Variable Name", "Value");
    list.variables().stream()
        .sorted(Comparator.comparing(VariablesList.Variable::name))
        .forEach(variable -> table.row(variable.name(), variable.value()));
    page.table(table);
  }

  static void topicAsserted(TopicAsserted asserted, Page page) {
    message(
        "Topic " + asserted.topicName() + (asserted.exists() ? " exists." : " does not exist."),
        page);
  }

  static void schemaAsserted(SchemaAsserted asserted, Page page) {
    String what =
        asserted.subject().map(subject -> " subject " + subject).orElse("")
            + asserted.id().map(id -> " id " + id).orElse("");
    message("Schema with" + what + (asserted.exists() ? " exists." : " does not exist."), page);
  }
}
