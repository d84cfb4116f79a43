package io.confluent.ksql.search.node;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * A node of Elasticsearch for this machine only: data directory and HTTP port are its arguments.
 */
final class ElasticsearchNode extends Node {
  private static final String NAME = "elasticsearch";

  private ElasticsearchNode(Settings settings) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> NAME),
        List.of(Netty4Plugin.class),
        false);
  }

  public static void main(String[] arguments) throws NodeValidationException, InterruptedException {
    Settings settings =
        Settings.builder()
            .put("cluster.name", NAME)
            .put("discovery.type", "single-node")
            .put("path.home", arguments[0])
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[1])
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .build();
    new ElasticsearchNode(settings).start();
    System.out.println("Elasticsearch on http://127.0.0.1:" + arguments[1]);
    new CountDownLatch(1).await();
  }
}
