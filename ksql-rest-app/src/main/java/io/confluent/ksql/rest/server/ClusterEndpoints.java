package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.KeptStores;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.Acknowledged;
import io.confluent.ksql.rest.wire.ClusterStatus;
import io.confluent.ksql.rest.wire.HeartbeatRequest;
import io.confluent.ksql.rest.wire.HostStoreLags;
import io.confluent.ksql.rest.wire.LagRequest;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.TopicPartition;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.setting.Setting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What servers of a service know of each other: {@code /clusterStatus} and what feeds it. */
final class ClusterEndpoints {
  private static final List<String> JSON = List.of(MediaTypes.KSQL_V1_JSON, MediaTypes.JSON);
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s]+):\\d{1,5}");

  private final ServerParts parts;
  private final String self;
  private final Clock clock;
  private final Map<String, Long> heartbeats = new ConcurrentHashMap<>();
  private final Map<String, HostStoreLags> lags = new ConcurrentHashMap<>();

  /**
   * Endpoints over a server's parts.
   *
   * @param self this server as {@code host:port}
   */
  ClusterEndpoints(ServerParts parts, String self, Clock clock) {
    this.parts = parts;
    this.self = self;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    return List.of(
        endpoint("GET", "/clusterStatus", ServerSettings.HEARTBEAT, this::status),
        endpoint("POST", "/heartbeat", ServerSettings.HEARTBEAT, this::heartbeat),
        endpoint("POST", "/lag", ServerSettings.LAG_REPORTING, this::lag));
  }

  private Endpoint endpoint(
      String method, String path, Setting<Boolean> setting, Endpoint.Action action) {
    boolean on = parts.settings().get(setting);
    return new Endpoint(
        method,
        path,
        JSON,
        Endpoint.Kind.SHORT,
        on
            ? action
            : exchange -> {
              throw HttpError.of(
                  WireErrorCode.NOT_FOUND,
                  path + " is switched off.",
                  "Set " + setting.name() + "=true.");
            });
  }

  private void heartbeat(Exchange exchange) {
    HeartbeatRequest request = exchange.body(HeartbeatRequest.class);
    heartbeats.put(host("hostInfo", request.hostInfo()), clock.millis());
    exchange.answer(new Acknowledged(true));
  }

  private void lag(Exchange exchange) {
    LagRequest request = exchange.body(LagRequest.class);
    String host = host("ksqlHost", request.ksqlHost());
    if (request.hostStoreLags() == null) {
      throw HttpError.of(WireErrorCode.BAD_REQUEST, "The request has no member \"hostStoreLags\".");
    }
    lags.put(host, request.hostStoreLags());
    exchange.answer(new Acknowledged(true));
  }

  /** The server that a report is of. */
  private static String host(String member, String given) {
    if (given == null || !HOST.matcher(given).matches()) {
      throw HttpError.of(
          WireErrorCode.BAD_REQUEST,
          given == null
              ? "The request has no member \"%s\".".formatted(member)
              : "'%s' is no server.".formatted(given),
          "A server is named as host:port.");
    }
    return given;
  }

  private void status(Exchange exchange) {
    long now = clock.millis();
    long window = parts.settings().get(ServerSettings.HEARTBEAT_WINDOW).toMillis();
    Map<String, ClusterStatus.Host> hosts = new TreeMap<>();
    heartbeats.forEach(
        (host, heard) ->
            hosts.put(
                host,
                new ClusterStatus.Host(
                    now - heard <= window,
                    heard,
                    Map.of(),
                    lags.getOrDefault(host, new HostStoreLags(Map.of(), 0)))));
    hosts.put(self, self(now));
    exchange.answer(new ClusterStatus(hosts));
  }

  private ClusterStatus.Host self(long now) {
    Map<String, ClusterStatus.Stores> byQuery = new TreeMap<>();
    Map<String, HostStoreLags.StoreLags> byStore = new TreeMap<>();
    for (PersistentQuery query : parts.engine().catalog().queries()) {
      Optional<KeptStores> kept = parts.queries().stores(query.id());
      kept.filter(stores -> !stores.names().isEmpty())
          .ifPresent(
              stores -> {
                byQuery.put(query.id(), stores(stores));
                stores
                    .lags()
                    .forEach(
                        (store, byPartition) ->
                            byStore.put(stores.applicationId() + "#" + store, lags(byPartition)));
              });
    }
    return new ClusterStatus.Host(true, now, byQuery, new HostStoreLags(byStore, now));
  }

  private static ClusterStatus.Stores stores(KeptStores stores) {
    List<TopicPartition> partitions = new ArrayList<>();
    stores
        .partitions()
        .forEach(
            (topic, numbers) ->
                numbers.forEach(number -> partitions.add(new TopicPartition(topic, number))));
    return new ClusterStatus.Stores(
        stores.names().stream().sorted().toList(), partitions, List.of(), List.of());
  }

  private static HostStoreLags.StoreLags lags(Map<Integer, KeptStores.Lag> byPartition) {
    Map<Integer, HostStoreLags.Lag> lags = new TreeMap<>();
    byPartition.forEach(
        (partition, lag) ->
            lags.put(
                partition,
                new HostStoreLags.Lag(
                    lag.current(), lag.end(), Math.max(0, lag.end() - lag.current()))));
    return new HostStoreLags.StoreLags(lags, lags.size());
  }
}
