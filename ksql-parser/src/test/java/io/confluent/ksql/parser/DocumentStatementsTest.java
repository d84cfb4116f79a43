package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.format.StatementFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as the documents of the demo have them, with their habits of writing. */
class DocumentStatementsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE STREAM healthsensor (eventid integer, sensorinput varchar) WITH"
            + " (kafka_topic='HealthSensorInputTopic', value_format='DELIMITED');",
        "CREATE STREAM SENSOR_RAW WITH (VALUE_FORMAT='AVRO') AS SELECT * FROM HEALTHSENSOR;",
        "CREATE STREAM SENSOR_RAW WITH (PARTITIONS=1,VALUE_FORMAT='AVRO') AS SELECT * FROM X;",
        "SHOW STREAMS;",
        "show tables",
        "DESCRIBE healthsensor;",
        "SELECT eventid, anomaly(SENSORINPUT) from healthsensor;",
        "SELECT EVENTID, ANOMALY(SENSORINPUT) FROM CARSENSOR EMIT CHANGES;",
        "CREATE STREAM AnomalyDetection WITH (VALUE_FORMAT='AVRO') AS \\\nSELECT eventid, sensorinput,"
            + " CAST (anomaly(sensorinput) AS DOUBLE) as Anomaly \\\nFROM healthsensor;",
        "CREATE STREAM AnomalyDetectionBreach AS SELECT * FROM AnomalyDetection WHERE Anomaly >1.3;",
        "SELECT * FROM AnomalyDetection;",
        "TERMINATE CSAS_ANOMALYDETECTIONBREACH;",
        "DROP STREAM ANOMALYDETECTIONBREACH;",
        "LIST FUNCTIONS;",
        "PRINT ANOMALYDETECTIONWITHFILTER FROM BEGINNING;",
        "set 'auto.offset.reset'='earliest';",
        "CREATE STREAM car_sensor_XYZ AS SELECT car_ID, car_model, owner_id value FROM car c LEFT JOIN"
            + " users u ON c.owner_id = u.user_id WHERE c.model = 'Luxury Car ABC';",
        "CREATE TABLE possible_detect AS SELECT sensor_value, count(*) FROM car_sensor WINDOW TUMBLING"
            + " (SIZE 120 MINUTES) GROUP BY car_id HAVING count(*) > 5;",
        "CREATE STREAM AnomalyDetection AS SELECT sensor_id, detectAnomaly(sensor_values) FROM car_engine;",
        "CREATE TABLE users_original (registertime bigint, gender varchar, regionid varchar, userid"
            + " varchar) WITH (kafka_topic='users', value_format='JSON', key='userid');",
        "select * from users_original",
        "CREATE TABLE e AS SELECT code, count(*) AS n FROM c window SESSION (300 second) GROUP BY code"
            + " HAVING count(*) > 5 AND count(*) is not NULL;",
        "SELECT ip, min(events) AS `min`, max(events), sum(events) FROM e window HOPPING (size 120 second,"
            + " advance by  30 second) group by ip;"
      })
  void parse(String sql) {
    Statement statement = SqlParser.parse(sql);

    assertThat(Shape.of(SqlParser.parse(StatementFormatter.format(statement))))
        .isEqualTo(Shape.of(statement));
  }

  @Test
  void meanWhatTheySay() {
    Statement statement =
        SqlParser.parse(
            "CREATE STREAM AnomalyDetection WITH (VALUE_FORMAT='AVRO') AS \\\nSELECT eventid,"
                + " sensorinput, CAST (anomaly(sensorinput) AS DOUBLE) as Anomaly FROM"
                + " healthsensor WHERE Anomaly >1.3;");

    assertThat(StatementFormatter.format(statement))
        .isEqualTo(
            "CREATE STREAM ANOMALYDETECTION WITH (VALUE_FORMAT='AVRO') AS SELECT EVENTID,"
                + " SENSORINPUT, CAST(ANOMALY(SENSORINPUT) AS DOUBLE) AS ANOMALY FROM HEALTHSENSOR"
                + " WHERE ANOMALY > 1.3");
  }
}
