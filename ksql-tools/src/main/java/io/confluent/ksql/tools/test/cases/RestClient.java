package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks a server as any client does; knows nothing of ours. */
final class RestClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Map<String, String> properties;

  /**
   * @param properties sent with each request
   */
  RestClient(URI server, Map<String, String> properties) {
    this.server = server;
    this.properties = properties;
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param body what came; missing if it is no JSON
   * @param text the same as text
   */
  record Answer(int status, JsonNode body, String text) {
    boolean isOk() {
      return status == 200;
    }
  }

  /** The answer to statements. */
  Answer ksql(String statements) {
    try (Open open = open("/ksql", statements)) {
      return open.answer();
    }
  }

  /** The whole answer to a query. */
  Answer query(String statement) {
    try (Open open = query(statement, "/query")) {
      return open.answer();
    }
  }

  /** The whole answer to a query, its rows in protobuf. */
  Answer protobuf(String statement) {
    ObjectNode request = CaseFile.JSON.createObjectNode();
    request.put("sql", statement);
    properties.forEach(request.putObject("properties")::put);
    try (Open open = open("/query-stream", request, "application/vnd.ksqlapi.protobuf.v1")) {
      return open.answer();
    }
  }

  /** The answer to a query, which may go on for a while. */
  Open query(String statement, String path) {
    return open(path, statement);
  }

  private Open open(String path, String statements) {
    ObjectNode request = CaseFile.JSON.createObjectNode();
    request.put("ksql", statements);
    properties.forEach(request.putObject("streamsProperties")::put);
    return open(path, request, "*/*");
  }

  private Open open(String path, ObjectNode request, String accept) {
    try {
      HttpResponse<InputStream> response =
          http.send(
              HttpRequest.newBuilder(server.resolve(path))
                  .header("Content-Type", "application/json")
                  .header("Accept", accept)
                  .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      return new Open(response);
    } catch (IOException e) {
      throw new CaseFailure("The server did not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseFailure("Interrupted", e);
    }
  }

  /** An answer that comes. */
  static final class Open implements AutoCloseable {
    private final int status;
    private final BufferedReader reader;
    private final StringBuilder text = new StringBuilder();

    private Open(HttpResponse<InputStream> response) {
      status = response.statusCode();
      reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Waits for the first object, behind which nothing need come for a while. */
    void awaitHeader() {
      int depth = 0;
      boolean quoted = false;
      int next = read();
      while (next >= 0) {
        char c = (char) next;
        if (c == '"' && !text.toString().endsWith("\\")) {
          quoted = !quoted;
        } else if (!quoted && c == '{') {
          depth++;
        } else if (!quoted && c == '}') {
          depth--;
        }
        text.append(c);
        next = c == '}' && depth == 0 && !quoted ? -1 : read();
      }
    }

    private int read() {
      try {
        return reader.read();
      } catch (IOException e) {
        throw new CaseFailure("The answer ended early, after " + text, e);
      }
    }

    private boolean readLine() {
      try {
        String line = reader.readLine();
        if (line != null) {
          text.append(line).append('\n');
        }
        return line != null;
      } catch (IOException e) {
        throw new CaseFailure("The answer ended early, after " + text, e);
      }
    }

    /** Waits for the end. */
    Answer answer() {
      boolean more = true;
      while (more) {
        more = readLine();
      }
      return new Answer(status, json(text.toString()), text.toString());
    }

    private static JsonNode json(String text) {
      try {
        return CaseFile.JSON.readTree(text);
      } catch (JsonProcessingException e) {
        return CaseFile.JSON.missingNode();
      }
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw new CaseFailure("The answer cannot be closed", e);
      }
    }
  }

  /** Members of that name of all elements of the first entity of an answer, under a member. */
  static Iterable<JsonNode> listed(Answer answer, String member) {
    JsonNode list = answer.body().path(0).path(member);
    return list.isArray() ? (ArrayNode) list : CaseFile.JSON.createArrayNode();
  }
}
