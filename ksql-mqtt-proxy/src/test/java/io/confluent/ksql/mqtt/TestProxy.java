package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.ksql.setting.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A proxy on topics in memory. */
final class TestProxy implements AutoCloseable {
  final InMemoryKafka kafka = new InMemoryKafka();
  final MqttProxy proxy;

  private TestProxy(Map<String, String> given) {
    Map<String, String> settings = new HashMap<>(given);
    settings.putIfAbsent("ksql.mqtt.listeners", "127.0.0.1:0");
    settings.putIfAbsent("topic.regex.list", "temperature:.*temperature, all:any/.*");
    proxy = MqttProxy.start(Settings.of(settings), kafka, kafka::feed);
  }

  static TestProxy start(Map<String, String> settings) {
    return new TestProxy(settings);
  }

  static TestProxy start() {
    return start(Map.of());
  }

  int port() {
    return proxy.listeners().get(0).port();
  }

  String uri() {
    return "tcp://127.0.0.1:" + port();
  }

  RawClient connect() throws IOException {
    return new RawClient(port());
  }

  /** The values of what is stored, as texts. */
  List<String> values() {
    return kafka.records().stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  @Override
  public void close() {
    proxy.close();
  }
}
