-- JSON_ENVELOPE: what Kafka Connect's JSON converter writes, {"schema":..,"payload":..}.

--@test: a key comes out of its envelope, and goes into one again
CREATE STREAM s (k VARCHAR KEY, v INT) WITH (kafka_topic='s', key_format='JSON_ENVELOPE', value_format='JSON');
CREATE STREAM o WITH (key_format='KAFKA') AS SELECT * FROM s;
CREATE STREAM p AS SELECT * FROM s;
INSERT INTO s VALUES ('electric-temperature', 1);
ASSERT VALUES o (k, v) VALUES ('electric-temperature', 1);
ASSERT VALUES p (k, v) VALUES ('electric-temperature', 1);

--@test: in its topic a key is a text with its schema
CREATE STREAM s (k VARCHAR KEY, v INT) WITH (kafka_topic='s', key_format='JSON_ENVELOPE', value_format='JSON');
CREATE STREAM raw (k VARCHAR KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT k, SUBSTRING(k, 1, 10) AS head, v FROM raw;
INSERT INTO s VALUES ('a', 1);
ASSERT VALUES o (k, head, v) VALUES ('{"schema":{"type":"string","optional":true},"payload":"a"}', '{"schema":', 1);

--@test: values have envelopes, too
CREATE STREAM s (k INT KEY, v INT, w STRUCT<x VARCHAR>) WITH (kafka_topic='s', value_format='JSON_ENVELOPE');
CREATE STREAM o WITH (value_format='JSON') AS SELECT * FROM s;
INSERT INTO s VALUES (1, 2, STRUCT(x := 'y'));
ASSERT VALUES o (k, v, w) VALUES (1, 2, STRUCT(x := 'y'));

--@test: a map has keys of text in it
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='JSON_ENVELOPE'
--@expected.message: JSON_ENVELOPE
CREATE STREAM s (k INT KEY, v MAP<INT, INT>) WITH (kafka_topic='s', value_format='JSON_ENVELOPE');
