package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.topics.ReaderCount;
import io.confluent.ksql.parser.ast.AssertTopic;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.parser.ast.ShowTopics;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.TopicAsserted;
import io.confluent.ksql.rest.wire.TopicsExtendedList;
import io.confluent.ksql.rest.wire.TopicsList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** SHOW TOPICS and ASSERT TOPIC. */
final class TopicHandlers {
  private final ServerParts parts;
  private final List<Pattern> hidden;

  TopicHandlers(ServerParts parts) {
    this.parts = parts;
    this.hidden =
        parts.settings().get(EngineSettings.HIDDEN_TOPICS).stream().map(Pattern::compile).toList();
  }

  Optional<Entity> show(ShowTopics show, Prepared prepared) {
    Map<String, TopicFacts> topics = new TreeMap<>(parts.outside().topics().all());
    if (!show.all()) {
      topics.keySet().removeIf(this::isHidden);
    }
    return Optional.of(show.extended() ? extended(prepared, topics) : plain(prepared, topics));
  }

  private boolean isHidden(String topic) {
    return hidden.stream().anyMatch(pattern -> pattern.matcher(topic).matches());
  }

  private static Entity plain(Prepared prepared, Map<String, TopicFacts> topics) {
    List<TopicsList.Topic> list = new ArrayList<>();
    topics.forEach((name, facts) -> list.add(new TopicsList.Topic(name, replicas(facts))));
    return new TopicsList(prepared.text(), list, List.of());
  }

  private Entity extended(Prepared prepared, Map<String, TopicFacts> topics) {
    Map<String, ReaderCount> readers = parts.outside().topics().readers();
    List<TopicsExtendedList.Topic> list = new ArrayList<>();
    topics.forEach(
        (name, facts) -> {
          ReaderCount count = readers.getOrDefault(name, ReaderCount.NONE);
          list.add(
              new TopicsExtendedList.Topic(
                  name, replicas(facts), count.consumers(), count.groups()));
        });
    return new TopicsExtendedList(prepared.text(), list, List.of());
  }

  private static List<Integer> replicas(TopicFacts facts) {
    return Collections.nCopies(facts.partitions(), facts.replicas());
  }

  Optional<Entity> assertTopic(AssertTopic wanted, Prepared prepared) {
    String name = wanted.topic().text();
    Assertions.await(
        wanted.timeout().orElseGet(() -> parts.settings().get(EngineSettings.ASSERT_TIMEOUT)),
        () -> problem(wanted),
        wanted.span());
    return Optional.of(new TopicAsserted(prepared.text(), name, wanted.exists(), List.of()));
  }

  private Optional<String> problem(AssertTopic wanted) {
    String name = wanted.topic().text();
    TopicFacts found = parts.outside().topics().describe(List.of(name)).get(name);
    if (!wanted.exists()) {
      return found == null ? Optional.empty() : Optional.of("The topic " + name + " exists.");
    }
    if (found == null) {
      return Optional.of("The topic " + name + " does not exist.");
    }
    List<String> differences = new ArrayList<>();
    for (Property property : wanted.with().properties()) {
      difference(property, found).ifPresent(differences::add);
    }
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of("The topic " + name + " " + String.join(", and ", differences) + ".");
  }

  private static Optional<String> difference(Property property, TopicFacts found) {
    int actual =
        switch (property.name()) {
          case "PARTITIONS" -> found.partitions();
          case "REPLICAS" -> found.replicas();
          default ->
              throw Diagnostic.error(
                      ErrorCode.INVALID_PROPERTY,
                      property.span(),
                      "A topic has no property %s that could be asserted.",
                      property.name())
                  .hint("There are PARTITIONS and REPLICAS.")
                  .toException();
        };
    String wanted = String.valueOf(property.value().value());
    return wanted.equals(Integer.toString(actual))
        ? Optional.empty()
        : Optional.of(
            "has %d %s, not %s"
                .formatted(actual, property.name().toLowerCase(Locale.ROOT), wanted));
  }
}
