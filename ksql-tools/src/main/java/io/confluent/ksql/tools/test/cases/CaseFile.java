package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads case files: a case a format and a setting that it lists. Members not known are ignored. */
final class CaseFile {
  /** Reads numbers with a point exactly: their scale counts. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String FORMAT = "{FORMAT}";
  private static final String CONFIG = "{CONFIG}";

  private final String fileName;

  private CaseFile(String fileName) {
    this.fileName = fileName;
  }

  static List<TestCase> read(Path file) {
    try {
      return parse(
          file.getFileName().toString().replaceFirst("\\.json$", ""),
          JSON.readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new KsqlException("The case file cannot be read: " + file + ": " + e.getMessage(), e);
    }
  }

  static List<TestCase> parse(String fileName, JsonNode root) {
    if (root.path("tests").isEmpty()) {
      throw new KsqlException(fileName + ": there are no tests.");
    }
    List<TestCase> cases = new ArrayList<>();
    CaseFile file = new CaseFile(fileName);
    root.path("tests").forEach(node -> file.expand(node, cases));
    return cases;
  }

  private void expand(JsonNode node, List<TestCase> cases) {
    for (Optional<String> format : choices(node.path("format"))) {
      for (Optional<String> config : choices(node.path("config"))) {
        cases.add(one(node, format, config));
      }
    }
  }

  private static List<Optional<String>> choices(JsonNode list) {
    List<Optional<String>> choices = new ArrayList<>();
    list.forEach(choice -> choices.add(Optional.of(choice.asText())));
    return choices.isEmpty() ? List.of(Optional.empty()) : choices;
  }

  private TestCase one(JsonNode node, Optional<String> format, Optional<String> config) {
    StringBuilder name = new StringBuilder(fileName + " - " + node.path("name").asText());
    format.ifPresent(chosen -> name.append(" - ").append(chosen));
    Map<String, String> properties = new TreeMap<>();
    for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
      String value = property.getValue().asText();
      if (config.isPresent() && value.equals(CONFIG)) {
        value = config.get();
        name.append(" - ").append(property.getKey()).append('=').append(value);
      }
      properties.put(property.getKey(), value);
    }
    if (format.isEmpty() && node.path("statements").toString().contains(FORMAT)) {
      throw new KsqlException(name + ": {FORMAT} stands in it, and no format is listed.");
    }
    List<String> statements = new ArrayList<>();
    node.path("statements").forEach(sql -> statements.add(replaced(sql.asText(), format)));
    return new TestCase(
        name.toString(),
        node.path("enabled").asBoolean(true),
        statements,
        properties,
        topics(node.path("topics"), format),
        messages(node.path("inputs")),
        messages(node.path("outputs")),
        error(node.path("expectedException")),
        node.path("post"),
        rest(node));
  }

  private static Optional<TestCase.Rest> rest(JsonNode node) {
    JsonNode failure = node.path("expectedError");
    if (!node.has("responses") && !failure.isObject()) {
      return Optional.empty();
    }
    List<JsonNode> responses = new ArrayList<>();
    node.path("responses").forEach(responses::add);
    return Optional.of(
        new TestCase.Rest(
            responses,
            failure.isObject()
                ? Optional.of(
                    new TestCase.Failure(
                        failure.path("type").asText().contains("Statement"),
                        number(failure.path("status"))))
                : Optional.empty(),
            node.path("inputConditions").path("waitForActivePushQuery").asBoolean(),
            node.path("outputConditions").path("verifyOrder").asBoolean(),
            node.path("testPullWithProtoFormat").asBoolean()));
  }

  private static String replaced(String text, Optional<String> format) {
    return format.map(chosen -> text.replace(FORMAT, chosen)).orElse(text);
  }

  private static List<TestCase.Topic> topics(JsonNode nodes, Optional<String> format) {
    List<TestCase.Topic> topics = new ArrayList<>();
    for (JsonNode node : nodes) {
      topics.add(
          new TestCase.Topic(
              node.path("name").asText(),
              number(node.path("partitions")),
              (short) node.path("replicas").asInt(1),
              side(node, "key", format),
              side(node, "value", format)));
    }
    return topics;
  }

  private static Optional<TestCase.Side> side(
      JsonNode topic, String side, Optional<String> format) {
    JsonNode schema = topic.path(side + "Schema");
    if (schema.isMissingNode() || schema.isNull()) {
      return Optional.empty();
    }
    List<TestCase.Reference> references = new ArrayList<>();
    for (JsonNode node : topic.path(side + "SchemaReferences")) {
      references.add(
          new TestCase.Reference(
              node.path("name").asText(), node.path("format").asText("AVRO"), node.path("schema")));
    }
    JsonNode id = topic.path(side + "SchemaId");
    return Optional.of(
        new TestCase.Side(
            replaced(topic.path(side + "Format").asText("AVRO"), format),
            schema,
            number(id),
            references));
  }

  private static OptionalInt number(JsonNode node) {
    return node.isNumber() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }

  private static List<TestCase.Message> messages(JsonNode nodes) {
    List<TestCase.Message> messages = new ArrayList<>();
    for (JsonNode node : nodes) {
      JsonNode time = node.path("timestamp");
      messages.add(
          new TestCase.Message(
              node.path("topic").asText(),
              orNull(node.path("key")),
              orNull(node.path("value")),
              time.isNumber() ? OptionalLong.of(time.asLong()) : OptionalLong.empty(),
              window(node.path("window")),
              headers(node.path("headers"))));
    }
    return messages;
  }

  private static JsonNode orNull(JsonNode node) {
    return node instanceof MissingNode ? JSON.nullNode() : node;
  }

  private static Optional<TestCase.Window> window(JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new TestCase.Window(
            node.path("start").asLong(),
            node.path("end").asLong(),
            node.path("type").asText().equalsIgnoreCase("session")));
  }

  private static List<TestCase.MessageHeader> headers(JsonNode nodes) {
    List<TestCase.MessageHeader> headers = new ArrayList<>();
    for (JsonNode node : nodes) {
      headers.add(
          new TestCase.MessageHeader(node.path("KEY").asText(), node.path("VALUE").textValue()));
    }
    return headers;
  }

  private static Optional<TestCase.ExpectedError> error(JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    String type = node.path("type").asText().toLowerCase(Locale.ROOT);
    if (type.contains("parsefailed")) {
      return Optional.of(TestCase.ExpectedError.SYNTAX);
    }
    return Optional.of(
        type.contains(".streams.")
            ? TestCase.ExpectedError.RUN_TIME
            : TestCase.ExpectedError.MEANING);
  }
}
