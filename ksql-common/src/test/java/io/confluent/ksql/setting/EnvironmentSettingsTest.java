package io.confluent.ksql.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentSettingsTest {
  @Test
  void readsWhatContainersAreGiven() {
    assertThat(
            EnvironmentSettings.of(
                Map.of(
                    "KSQL_BOOTSTRAP_SERVERS", "172.17.0.3:9092",
                    "KSQL_LISTENERS", "http://0.0.0.0:8088/",
                    "KSQL_KSQL_SERVICE_ID", "ksql_standalone_1_")))
        .containsOnly(
            entry("bootstrap.servers", "172.17.0.3:9092"),
            entry("listeners", "http://0.0.0.0:8088/"),
            entry("ksql.service.id", "ksql_standalone_1_"));
  }

  @Test
  void severalUnderscoresAreOtherCharacters() {
    assertThat(EnvironmentSettings.of(Map.of("KSQL_KSQL_A__B___C_D", "1")))
        .containsOnly(entry("ksql.a_b-c.d", "1"));
  }

  @Test
  void leavesTheLaunchersVariablesAndForeignOnesOut() {
    assertThat(
            EnvironmentSettings.of(
                Map.of(
                    "KSQL_OPTS", "-Dx=y",
                    "KSQL_HEAP_OPTS", "-Xmx1g",
                    "KSQL_JVM_PERFORMANCE_OPTS", "-server",
                    "KSQL_LOG4J_OPTS", "-Dl=c",
                    "KSQL_CLASSPATH", "a.jar",
                    "KSQL_", "nothing",
                    "KSQLX_A", "foreign",
                    "PATH", "/bin")))
        .isEmpty();
  }
}
