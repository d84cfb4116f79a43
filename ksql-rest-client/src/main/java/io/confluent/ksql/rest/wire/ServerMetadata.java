package io.confluent.ksql.rest.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer of {@code GET /v1/metadata}.
 *
 * @param version the server's version
 * @param clusterId which cluster it belongs to; alone the answer of {@code GET /v1/metadata/id}
 */
public record ServerMetadata(String version, ClusterId clusterId) {
  /**
   * Which cluster a server belongs to.
   *
   * @param scope the clusters' names
   * @param id always empty
   */
  public record ClusterId(Scope scope, String id) {}

  /**
   * The names of the clusters.
   *
   * @param path always empty
   * @param clusters {@code kafka-cluster} and {@code ksql-cluster}
   */
  public record Scope(List<String> path, Map<String, String> clusters) {
    public Scope {
      path = Copies.of(path);
      clusters = Copies.of(clusters);
    }
  }

  /** The metadata of a server. */
  public static ServerMetadata of(String version, String kafkaClusterId, String ksqlServiceId) {
    Map<String, String> clusters = new LinkedHashMap<>();
    clusters.put("kafka-cluster", kafkaClusterId);
    clusters.put("ksql-cluster", ksqlServiceId);
    return new ServerMetadata(version, new ClusterId(new Scope(List.of(), clusters), ""));
  }
}
