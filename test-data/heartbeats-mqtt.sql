-- Alerts for devices, which know nothing of Avro: bin/ksql-demo --mqtt runs this after heartbeats.sql.
CREATE STREAM HeartAlerts WITH (KAFKA_TOPIC='heart-alerts', VALUE_FORMAT='JSON') AS
  SELECT eventid, anomaly FROM AnomalyDetectionBreach;
