package io.confluent.ksql.connect.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.ksql.connect.Posts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps documents as a search node does, and refuses those it is told to. */
final class SearchNode implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Map<String, String> documents = new TreeMap<>();
  private final Map<String, List<String>> refusals = new HashMap<>();
  private final List<List<String>> requests = new ArrayList<>();
  private final Posts posts;

  SearchNode() throws IOException {
    posts = new Posts(this::bulk);
  }

  String url() {
    return posts.url();
  }

  /** By index/id. */
  synchronized Map<String, String> documents() {
    return new TreeMap<>(documents);
  }

  /** The documents of each request, by index/id. */
  synchronized List<List<String>> requests() {
    return List.copyOf(requests);
  }

  /** An answer that takes every document of a request. */
  static String accepts(String request) {
    String item = "{\"index\":{\"status\":200}}";
    int documents = request.split("\n").length / 2;
    return "{\"items\":[" + String.join(",", Collections.nCopies(documents, item)) + "]}";
  }

  /** Answers the next requests for a document so, as {@code status type reason}. */
  synchronized void refuse(String name, String... answers) {
    refusals.computeIfAbsent(name, any -> new ArrayList<>()).addAll(List.of(answers));
  }

  private synchronized Posts.Answer bulk(Posts.Post post) {
    if (!post.path().equals("/_bulk")) {
      return Posts.Answer.of(404, "");
    }
    try {
      List<String> items = new ArrayList<>();
      List<String> request = new ArrayList<>();
      String[] lines = post.body().split("\n");
      for (int i = 0; i < lines.length; i++) {
        JsonNode action = MAPPER.readTree(lines[i]);
        String kind = action.fieldNames().next();
        String name =
            action.get(kind).get("_index").asText() + '/' + action.get(kind).get("_id").asText();
        request.add(name);
        String source = kind.equals("index") ? lines[++i] : "";
        items.add(item(kind, name, source));
      }
      requests.add(request);
      return Posts.Answer.of(200, "{\"errors\":true,\"items\":[" + String.join(",", items) + "]}");
    } catch (JsonProcessingException e) {
      return Posts.Answer.of(400, e.getMessage());
    }
  }

  private String item(String kind, String name, String source) {
    List<String> refusal = refusals.getOrDefault(name, List.of());
    if (!refusal.isEmpty()) {
      String[] parts = refusal.remove(0).split(" ", 3);
      return "{\"%s\":{\"status\":%s,\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}}}"
          .formatted(kind, parts[0], parts[1], parts[2]);
    }
    boolean known =
        kind.equals("delete")
            ? documents.remove(name) != null
            : documents.put(name, source) != null;
    int status = kind.equals("delete") && !known ? 404 : 200;
    return "{\"%s\":{\"status\":%d}}".formatted(kind, status);
  }

  @Override
  public void close() {
    posts.close();
  }
}
