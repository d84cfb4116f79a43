package io.confluent.ksql.embedded;

/** What the demo suggests to try when it is done. */
final class Invitation {
  private Invitation() {}

  static String text(EmbeddedServer server, String topic) {
    return """

    Everything stays up until Ctrl-C. Now try, in another terminal:
      bin/ksql %1$s
          SELECT eventid, anomaly FROM AnomalyDetection EMIT CHANGES;
          PRINT ANOMALYDETECTION FROM BEGINNING LIMIT 3;
      head -1 test-data/ecg_discord_test.msgs | kafkacat -b %2$s -P -t %3$s
      curl -s %1$s/ksql -H 'Content-Type: application/json' -d '{"ksql":"SHOW STREAMS;"}'
    """
        .formatted(server.url(), server.bootstrapServers(), topic)
        .stripTrailing();
  }

  static String devices(int port) {
    return """
    mosquitto_sub -h 127.0.0.1 -p %1$d -v -t 'alerts/#'
    head -1 test-data/ecg_discord_test.msgs | mosquitto_pub -h 127.0.0.1 -p %1$d -q 1 -t %2$s -l\
    """
        .formatted(port, MqttDevices.BEATS);
  }

  static String pipeline(EmbeddedServer server, int sender, int receiver, String index) {
    return """

    Everything stays up until Ctrl-C. Now try, in other terminals:
      mosquitto_sub -h 127.0.0.1 -p %3$d -v -t '#'
      grep '^106,' test-data/ecg_discord_test.msgs | mosquitto_pub -h 127.0.0.1 -p %2$d -q 1 -t electric-temperature -l
      curl -s '%4$s/_search?pretty'
      bin/ksql %1$s
          SHOW CONNECTORS;
          SELECT * FROM ANOMALYDETECTIONWITHFILTER EMIT CHANGES;
    """
        .formatted(server.url(), sender, receiver, index)
        .stripTrailing();
  }
}
