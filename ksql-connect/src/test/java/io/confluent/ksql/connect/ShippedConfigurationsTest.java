package io.confluent.ksql.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.ksql.connect.record.Advice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Connector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in config/connectors, as they are posted to a worker. */
final class ShippedConfigurationsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "config", "connectors"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void areTakenWithoutAWarning(Path file) throws Exception {
    JsonNode json = MAPPER.readTree(file.toFile());
    Map<String, String> config = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("config").properties()) {
      config.put(entry.getKey(), entry.getValue().asText());
    }
    Connector connector =
        Class.forName(config.get("connector.class"))
            .asSubclass(Connector.class)
            .getConstructor()
            .newInstance();

    assertThat(json.path("name").asText() + ".json").isEqualTo(file.getFileName().toString());
    assertThat(connector.validate(config).configValues())
        .allSatisfy(value -> assertThat(value.errorMessages()).as(value.name()).isEmpty())
        .extracting(ConfigValue::name)
        .isNotEmpty();
    connector.start(config);
    assertThat(connector.taskConfigs(1)).hasSize(1);
    assertThat(Advice.of(config)).isEmpty();
  }
}
