-- From an MQTT broker to Kafka, to a second broker, and into a search index. bin/ksql-demo --connect runs this
-- after temperature.sql; at the prompt of bin/ksql, before RUN SCRIPT:
--   DEFINE sender = 'tcp://localhost:1883';  DEFINE receiver = 'tcp://localhost:1884';
--   DEFINE search_node = 'http://localhost:9200';

CREATE SOURCE CONNECTOR IF NOT EXISTS TEMPERATURE_SOURCE WITH (
  'connector.class' = 'io.confluent.connect.mqtt.MqttSourceConnector',
  'tasks.max' = '1',
  'mqtt.server.uri' = '${sender}',
  'mqtt.topics' = 'electric-temperature',
  'mqtt.qos' = '1',
  'kafka.topic' = 'electric-temperature',
  'key.converter' = 'org.apache.kafka.connect.storage.StringConverter',
  'value.converter' = 'org.apache.kafka.connect.converters.ByteArrayConverter');

CREATE SINK CONNECTOR IF NOT EXISTS TEMPERATURE_SINK WITH (
  'connector.class' = 'io.confluent.connect.mqtt.MqttSinkConnector',
  'tasks.max' = '1',
  'topics' = 'electric-temperature,ANOMALYDETECTIONWITHFILTER',
  'mqtt.server.uri' = '${receiver}',
  'mqtt.qos' = '1',
  'key.converter' = 'org.apache.kafka.connect.storage.StringConverter',
  'value.converter' = 'org.apache.kafka.connect.converters.ByteArrayConverter');

CREATE SINK CONNECTOR IF NOT EXISTS TEMPERATURE_INDEX WITH (
  'connector.class' = 'io.confluent.connect.elasticsearch.ElasticsearchSinkConnector',
  'tasks.max' = '1',
  'topics' = 'temperature-alerts',
  'connection.url' = '${search_node}',
  'key.ignore' = 'true',
  'key.converter' = 'org.apache.kafka.connect.storage.StringConverter',
  'value.converter' = 'org.apache.kafka.connect.json.JsonConverter',
  'value.converter.schemas.enable' = 'false');
