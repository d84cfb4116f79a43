package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectorSecretsTest {
  private static final String CREATE = "CREATE SINK CONNECTOR c WITH (";

  private static String hidden(String properties) {
    String shown = ConnectorSecrets.hidden(CREATE + properties);
    assertThat(shown).hasSize(CREATE.length() + properties.length()).startsWith(CREATE);
    return shown.substring(CREATE.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mqtt.password",
        "MQTT.SSL.KEY.STORE.PASSWORD",
        "connection.api.key",
        "aws.secret.access",
        "auth_token",
        "credentials",
        "webhook.authorization",
        "webhook.headers",
        "producer.override.sasl.jaas.config"
      })
  void hidesSecretsByTheirNames(String name) {
    String quoted = "'" + name + "'='abc', 'topics'='t');";
    assertThat(hidden(quoted)).isEqualTo("'" + name + "'='***', 'topics'='t');");
    assertThat(hidden("`" + name + "` = 4711)")).isEqualTo("`" + name + "` = ****)");
  }

  @Test
  void hidesQuotesAndLinesWithin() {
    assertThat(hidden("'password' = 'it''s\nb', 'x'='it''s')"))
        .isEqualTo("'password' = '**''***', 'x'='it''s')");
    assertThat(hidden("PASSWORD='a'")).isEqualTo("PASSWORD='*'");
  }

  @Test
  void hidesWhatIsNotFinished() {
    assertThat(hidden("'x'='y' 'password' 'z' 'password'='abc; SELECT"))
        .endsWith("'password'='***********");
  }

  @Test
  void hidesLoginsInAddresses() {
    assertThat(hidden("'connection.url'='http://anna:pw@host:9200,https://b:c@d'"))
        .isEqualTo("'connection.url'='http://*******@host:9200,https://***@d'");
  }

  @Test
  void leavesOtherNamesAndStatementsAlone() {
    String harmless = "'key.ignore'='true', 'key.converter'='x', 'mqtt.username'='anna')";
    assertThat(hidden(harmless)).isEqualTo(harmless);
    String query = "SELECT * FROM s WHERE password = 'abc';";
    assertThat(ConnectorSecrets.hidden(query)).isEqualTo(query);
  }

  @Test
  void takesLongValues() {
    String value = "''x".repeat(100_000);
    assertThat(hidden("'password'='" + value + "')")).endsWith("*')").doesNotContain("x");
  }
}
