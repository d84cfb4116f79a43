package io.confluent.ksql.connect.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/** What became of each document of a bulk request, in its order. */
final class BulkAnswer {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BulkAnswer() {}

  /** One a document. */
  static List<Outcome> outcomes(String body, List<Document> documents) {
    JsonNode items = parse(body).path("items");
    if (items.size() != documents.size()) {
      throw new ConnectException(
          documents.size() + " documents were sent, and " + items.size() + " are answered.");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      outcomes.add(outcome(items.get(i), documents.get(i)));
    }
    return outcomes;
  }

  /** Of one document. */
  record Outcome(Document document, Kind kind, String reason) {}

  /** What is to be done about it. */
  enum Kind {
    DONE,
    AGAIN,
    REFUSED
  }

  private static Outcome outcome(JsonNode answer, Document document) {
    String action = answer.fieldNames().next();
    JsonNode result = answer.get(action);
    JsonNode error = result.path("error");
    String reason =
        error.path("type").asText()
            + ": "
            + error.path("reason").asText(error.asText())
            + cause(error.path("caused_by"));
    // A full disk makes indices read-only until there is room again.
    boolean blocked = error.path("type").asText().equals("cluster_block_exception");
    Kind kind = blocked ? Kind.AGAIN : kind(action, result.path("status").asInt());
    return new Outcome(document, kind, reason);
  }

  private static Kind kind(String action, int status) {
    if (status / 100 == 2 || (status == 404 && action.equals("delete"))) {
      return Kind.DONE;
    }
    return status == 429 || status / 100 == 5 ? Kind.AGAIN : Kind.REFUSED;
  }

  private static String cause(JsonNode cause) {
    return cause.hasNonNull("reason") ? " (" + cause.path("reason").asText() + ")" : "";
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ConnectException("The search node did not answer with JSON; is it one?", e);
    }
  }
}
