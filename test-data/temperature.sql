-- Temperatures of a sensor, their scores, and alerts: bin/ksql-demo --connect runs this.

SET 'auto.offset.reset' = 'earliest';

-- Each message is a number, a comma, and 210 readings with # between them.
CREATE STREAM TEMPERATURE_ANOMALY (eventid integer, sensorinput varchar)
  WITH (kafka_topic='electric-temperature', value_format='DELIMITED', partitions=1);

CREATE STREAM TEMPERATURE_ANOMALY_DETECTION AS
  SELECT EVENTID, CAST (ANOMALY(SENSORINPUT) AS DOUBLE) AS ANOMALY_VAL FROM TEMPERATURE_ANOMALY;

CREATE STREAM ANOMALYDETECTIONWITHFILTER AS
  SELECT EVENTID, ANOMALY_VAL FROM TEMPERATURE_ANOMALY_DETECTION WHERE ANOMALY_VAL > 1.5;

-- A search index wants objects.
CREATE STREAM TEMPERATURE_ALERTS WITH (KAFKA_TOPIC='temperature-alerts', VALUE_FORMAT='JSON') AS
  SELECT EVENTID, ANOMALY_VAL FROM ANOMALYDETECTIONWITHFILTER;
