package io.confluent.ksql.search.node;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.transport.Netty4Plugin;

/** A node of OpenSearch for this machine only: data directory and HTTP port are its arguments. */
final class OpenSearchNode extends Node {
  private static final String NAME = "opensearch";

  private OpenSearchNode(Settings settings) {
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
    new OpenSearchNode(settings).start();
    System.out.println("OpenSearch on http://127.0.0.1:" + arguments[1]);
    new CountDownLatch(1).await();
  }
}
