-- The heartbeat demo: raw readings in, scores out, and an alert for each score above the threshold.
-- bin/ksql-demo runs this file; so does, at the prompt of bin/ksql:  RUN SCRIPT 'test-data/heartbeats.sql';

SET 'auto.offset.reset' = 'earliest';

-- Each message is a number, a comma, and 210 readings with # between them.
CREATE STREAM healthsensor (eventid integer, sensorinput varchar)
  WITH (kafka_topic='HealthSensorInputTopic', value_format='DELIMITED', partitions=1);

-- The same as AVRO; the schema is registered as SENSOR_RAW-value.
CREATE STREAM SENSOR_RAW WITH (VALUE_FORMAT='AVRO') AS SELECT * FROM HEALTHSENSOR;

-- Every message gets the score of the model: how badly it can be drawn by one who has only ever
-- seen healthy hearts.
CREATE STREAM AnomalyDetection WITH (VALUE_FORMAT='AVRO') AS
  SELECT eventid, sensorinput, CAST (anomaly(sensorinput) AS DOUBLE) as Anomaly
  FROM healthsensor;

-- What is drawn too badly is an alert.
CREATE STREAM AnomalyDetectionBreach AS
  SELECT * FROM AnomalyDetection WHERE Anomaly >1.3;
