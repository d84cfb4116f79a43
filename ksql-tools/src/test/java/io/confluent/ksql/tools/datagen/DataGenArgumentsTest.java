package io.confluent.ksql.tools.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataGenArgumentsTest {
  private static DataGenArguments of(String words) {
    return DataGenArguments.of(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schema=f                                   | format=",
        "schema=f format=json                       | topic=",
        "schema=f format=json topic=t               | key=",
        "format=json topic=t key=k                  | schema=FILE",
        "schema=f quickstart=users                  | not both",
        "quickstart=bananas                         | pageviews",
        "quickstart                                 | name=value",
        "quickstart=                                | name=value",
        "=users                                     | name=value",
        "quickstrat=users                           | Did you mean quickstart?",
        "quickstart=users banana=1                  | Arguments: quickstart",
        "quickstart=users quickstart=orders         | twice",
        "quickstart=users format=json value-format=avro | twice",
        "quickstart=users iterations=ten            | decimal digits, not 'ten'",
        "quickstart=users iterations=0              | at least 1",
        "quickstart=users msgRate=0                 | at least 1",
        "quickstart=users nThreads=0                | at least 1",
        "quickstart=users maxInterval=-1            | at least 0",
        "quickstart=users printRows=yes             | true or false",
        "quickstart=users seed=x                    | decimal digits",
        "quickstart=users anomalies=0.1             | ecg only",
        "quickstart=ecg anomalies=1.1               | from 0 to 1",
        "quickstart=ecg anomalies=NaN               | from 0 to 1",
        "quickstart=ecg anomalies=few               | such as 0.05",
      })
  void saysWhatIsWrong(String words, String reason) {
    assertThatThrownBy(() -> of(words))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e ->
                assertThat(e.diagnostic().message() + " " + e.diagnostic().hint().orElse(""))
                    .contains(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "users, users_kafka_topic_json, userid",
    "USERS_, users_kafka_topic_json, userid",
    "PageViews, pageviews_kafka_topic_json, viewtime",
    "orders, orders_kafka_topic_json, orderid",
    "ratings, ratings_kafka_topic_json, rating_id",
    "clickstream, clickstream_kafka_topic_json, ip",
    "clickstream_codes, clickstream_kafka_topic_json, code",
    "CLICKSTREAM_USERS, webusers_kafka_topic_json, user_id",
    "ecg, HealthSensorInputTopic, eventid"
  })
  void quickstartsHaveTopicsAndKeys(String name, String topic, String key) {
    DataGenArguments arguments = of("quickstart=" + name);
    assertThat(arguments.topic()).isEqualTo(topic);
    assertThat(arguments.key()).isEqualTo(key);
    assertThat(arguments.keyFormat()).isEqualTo("kafka");
  }

  @Test
  void theFormatIsPartOfAQuickstartsTopic() {
    assertThat(of("quickstart=orders format=AVRO").topic()).isEqualTo("orders_kafka_topic_avro");
    assertThat(of("quickstart=orders topic=t key=itemid").topic()).isEqualTo("t");
    assertThat(of("quickstart=ecg").valueFormat()).isEqualTo("delimited");
  }

  @Test
  void theCommandLineWinsOverTheFileAndTheFileOverDefaults(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("client.properties");
    Files.writeString(
        file,
        "bootstrap.servers=file:1\nsecurity.protocol=SSL\nksql.schema.registry.url=http://file:2\n");
    Connection plain = Connection.of(of("quickstart=users"));
    assertThat(plain.kafka()).containsOnly(Map.entry("bootstrap.servers", "localhost:9092"));
    assertThat(plain.registry()).containsValue("http://localhost:8081");
    Connection fromFile = Connection.of(of("quickstart=users propertiesFile=" + file));
    assertThat(fromFile.kafka())
        .containsEntry("bootstrap.servers", "file:1")
        .containsEntry("security.protocol", "SSL");
    assertThat(fromFile.registry()).containsValue("http://file:2");
    Connection given =
        Connection.of(
            of(
                "quickstart=users bootstrap-server=given:1 schemaRegistryUrl=http://given:2"
                    + " propertiesFile="
                    + file));
    assertThat(given.kafka()).containsEntry("bootstrap.servers", "given:1");
    assertThat(given.registry()).containsValue("http://given:2");
    assertThatThrownBy(() -> Connection.of(of("quickstart=users schemaRegistryUrl=given")))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("'given'");
  }

  @Test
  void helpNamesEveryArgument() {
    assertThat(Usage.text()).contains(Argument.names());
  }
}
