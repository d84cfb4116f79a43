package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks what must hold after the records: streams and tables, topics, registered schemas. */
final class PostCheck {
  private static final Pattern FOREIGN_KEY_INTERNALS =
      Pattern.compile("-FK-JOIN-SUBSCRIPTION-|-SUBSCRIPTION-RESPONSE-");

  private final JsonNode post;
  private final Catalog catalog;
  private final SchemaRegistry registry;
  private final InMemoryTopics topics;
  private final Set<String> known = new TreeSet<>();
  private final TopicFormats formats;

  PostCheck(
      TestCase test,
      Catalog catalog,
      SchemaRegistry registry,
      Collection<DriverQuery> queries,
      InMemoryTopics topics,
      TopicRecords records) {
    post = test.post();
    this.catalog = catalog;
    this.registry = registry;
    this.topics = topics;
    known.addAll(topics.all().keySet());
    known.addAll(records.topics());
    queries.forEach(query -> known.addAll(query.written()));
    known.removeIf(name -> FOREIGN_KEY_INTERNALS.matcher(name).find());
    formats = new TopicFormats(catalog, queries);
  }

  /** Throws what does not hold. */
  void check() {
    for (JsonNode expected : post.path("sources")) {
      String name = expected.path("name").asText();
      Source source =
          catalog
              .source(name)
              .orElseThrow(() -> new CaseFailure("There is no stream or table " + name + "."));
      new SourceCheck(source, catalog).check(expected);
    }
    JsonNode expectedTopics = post.path("topics");
    checkForbidden(expectedTopics.path("blacklist"));
    expectedTopics.path("topics").forEach(this::checkTopic);
  }

  private void checkForbidden(JsonNode forbidden) {
    if (!forbidden.isTextual()) {
      return;
    }
    Pattern pattern = Pattern.compile(forbidden.asText());
    List<String> found = known.stream().filter(pattern.asPredicate()).toList();
    if (!found.isEmpty()) {
      throw new CaseFailure("Topics should not exist that match %s: %s".formatted(pattern, found));
    }
  }

  private void checkTopic(JsonNode expected) {
    String name = expected.path("name").asText();
    TopicName wanted = TopicName.of(name);
    String topic =
        known.stream()
            .filter(wanted::matches)
            .findFirst()
            .orElseThrow(
                () ->
                    new CaseFailure(
                        "There is no topic.%n  expected %s%n  actual   %s".formatted(name, known)));
    TopicFormats.Both actual =
        formats
            .of(topic)
            .orElseThrow(() -> new CaseFailure("The formats of " + topic + " are not known."));
    same(topic, "key format", expected.path("keyFormat"), actual.key());
    same(topic, "value format", expected.path("valueFormat"), actual.value());
    checkPartitions(topic, expected.path("partitions"));
    checkSchema(topic + "-key", expected.path("keySchema"), expected.path("keySchemaId"));
    checkSchema(topic + "-value", expected.path("valueSchema"), expected.path("valueSchemaId"));
  }

  private static void same(String topic, String what, JsonNode expected, FormatText actual) {
    if (!actual.matches(expected)) {
      throw new CaseFailure(
          "Topic %s: other %s.%n  expected %s%n  actual   %s"
              .formatted(topic, what, expected, actual));
    }
  }

  private void checkPartitions(String topic, JsonNode expected) {
    if (!expected.isNumber()) {
      return;
    }
    int actual = Optional.ofNullable(topics.all().get(topic)).map(t -> t.partitions()).orElse(0);
    if (actual != expected.asInt()) {
      throw new CaseFailure(
          "Topic %s: expected %s partitions, there are %d.".formatted(topic, expected, actual));
    }
  }

  private void checkSchema(String subject, JsonNode expected, JsonNode id) {
    if (expected.isMissingNode() || expected.isNull()) {
      return;
    }
    Optional<RegisteredSchema> actual = registry.latest(subject);
    String text = actual.map(schema -> schema.schema().text()).orElse("none");
    boolean agrees =
        actual.isPresent()
            && (!id.isNumber() || id.asInt() == actual.get().id())
            && isSame(expected, text);
    if (!agrees) {
      throw new CaseFailure(
          "Other schema of %s.%n  expected %s %s%n  actual   %s %s"
              .formatted(
                  subject, expected, id, text, actual.map(schema -> schema.id() + "").orElse("")));
    }
  }

  private static boolean isSame(JsonNode expected, String actual) {
    if (expected.isTextual() && expected.asText().strip().equals(actual.strip())) {
      return true;
    }
    try {
      return CaseFile.JSON.readTree(actual).equals(expected);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A topic's name as a case has it. The changelogs of the two stores of a join of streams have
   * names there that Kafka Streams numbers; ours are named after their step.
   */
  private record TopicName(String exact, Optional<Pattern> pattern) {
    private static final Pattern NUMBERED =
        Pattern.compile("(.*)-KSTREAM-(?:JOIN|OUTER)(THIS|OTHER)-\\d+-store-changelog");
    private static final Map<String, String> SIDES =
        Map.of("THIS", "(left|this)", "OTHER", "(right|other)");

    static TopicName of(String name) {
      var numbered = NUMBERED.matcher(name);
      return new TopicName(
          name,
          numbered.matches()
              ? Optional.of(
                  Pattern.compile(
                      Pattern.quote(numbered.group(1))
                          + "-.*[Jj]oin-.*"
                          + SIDES.get(numbered.group(2))
                          + ".*-changelog",
                      Pattern.CASE_INSENSITIVE))
              : Optional.empty());
    }

    boolean matches(String topic) {
      return topic.equals(exact)
          || pattern.filter(known -> known.matcher(topic).matches()).isPresent();
    }
  }
}
