package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.util.KsqlException;
import java.util.List;

/** Gives the topic that nearly all cases use a name that is a case's own. */
final class RestNames {
  private static final String SHARED = "test_topic";

  private final String own;

  private RestNames(String own) {
    this.own = own;
  }

  /** The case with another name wherever the shared one stands. */
  static TestCase unique(TestCase test, String suffix) {
    return new RestNames(SHARED + "_" + suffix).renamed(test);
  }

  private TestCase renamed(TestCase test) {
    return new TestCase(
        test.name(),
        test.enabled(),
        test.statements().stream().map(this::renamed).toList(),
        test.properties(),
        test.topics().stream()
            .map(
                topic ->
                    new TestCase.Topic(
                        renamed(topic.name()),
                        topic.partitions(),
                        topic.replicas(),
                        topic.key(),
                        topic.value()))
            .toList(),
        messages(test.inputs()),
        messages(test.outputs()),
        test.error(),
        test.post(),
        test.rest()
            .map(
                rest ->
                    new TestCase.Rest(
                        rest.responses().stream().map(this::renamed).toList(),
                        rest.failure(),
                        rest.queryFirst(),
                        rest.ordered(),
                        rest.protobuf())));
  }

  private List<TestCase.Message> messages(List<TestCase.Message> messages) {
    return messages.stream()
        .map(
            message ->
                new TestCase.Message(
                    renamed(message.topic()),
                    message.key(),
                    message.value(),
                    message.timestamp(),
                    message.window(),
                    message.headers()))
        .toList();
  }

  private String renamed(String text) {
    return text.replace(SHARED, own);
  }

  private JsonNode renamed(JsonNode json) {
    try {
      return CaseFile.JSON.readTree(renamed(json.toString()));
    } catch (JsonProcessingException e) {
      throw new KsqlException("A response is no JSON any more: " + json, e);
    }
  }
}
