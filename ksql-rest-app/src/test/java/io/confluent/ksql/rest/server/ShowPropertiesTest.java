package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowPropertiesTest {
  @Test
  void showsNoSecret() {
    Map<String, String> settings =
        Map.of(
            "ksql.schema.registry.url",
            "http://someone:hush1@registry.example:8081",
            "ksql.schema.registry.basic.auth.user.info",
            "someone:hush2",
            "ksql.streams.ssl.keystore.password",
            "hush3",
            "sasl.jaas.config",
            "x required password=\"hush4\";");
    try (TestServer server = new TestServer(settings)) {
      String answer = server.ksql("SHOW PROPERTIES;").toString();

      assertThat(answer)
          .contains("http://[hidden]@registry.example:8081", "sasl.jaas.config")
          .doesNotContain("hush");
    }
  }
}
