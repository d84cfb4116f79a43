-- JSON_SR: JSON behind the id of a JSON schema in the registry.

--@test: all types go through a topic and come back
CREATE STREAM a (id INT KEY, b BOOLEAN, i INT, l BIGINT, d DOUBLE, c DECIMAL(6, 2), s STRING, y BYTES, t TIME, e DATE, z TIMESTAMP) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM o AS SELECT * FROM a;
INSERT INTO a VALUES (1, true, 2, 3, 4.5, 6.70, 'x', TO_BYTES('AQI=', 'base64'), '10:00:00', '2020-02-03', '2020-02-03T10:00:00');
INSERT INTO a (id) VALUES (2);
ASSERT VALUES o (id, b, i, l, d, c, s, y, t, e, z) VALUES (1, true, 2, 3, 4.5, 6.70, 'x', TO_BYTES('AQI=', 'base64'), '10:00:00', '2020-02-03', '2020-02-03T10:00:00');
ASSERT VALUES o (id, b, i, l, d, c, s, y, t, e, z) VALUES (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

--@test: nested types go through a topic and come back
CREATE STREAM a (id INT KEY, v ARRAY<MAP<STRING, STRUCT<x INT, y ARRAY<STRING>>>>) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM o AS SELECT id, v[1]['k']->x AS x, v[1]['k']->y AS y, v FROM a;
INSERT INTO a VALUES (1, ARRAY[MAP('k' := STRUCT(x := 7, y := ARRAY['p', 'q']))]);
ASSERT VALUES o (id, x, y, v) VALUES (1, 7, ARRAY['p', 'q'], ARRAY[MAP('k' := STRUCT(x := 7, y := ARRAY['p', 'q']))]);

--@test: a stream without columns takes those of the registered schemas
CREATE STREAM a (id INT KEY, n BIGINT, s STRUCT<p STRING>) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM b WITH (kafka_topic='a', format='JSON_SR');
CREATE STREAM o AS SELECT ROWKEY, n, s->p AS p FROM b;
INSERT INTO a VALUES (1, 2, STRUCT(p := 'x'));
ASSERT VALUES o (ROWKEY, n, p) VALUES (1, 2, 'x');
ASSERT STREAM b (ROWKEY INT KEY, n BIGINT, s STRUCT<p STRING>) WITH (kafka_topic='a', format='JSON_SR');

--@test: a key of several columns is an object
CREATE STREAM a (k1 INT KEY, k2 STRING KEY, v INT) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM o AS SELECT * FROM a WHERE k1 > 1;
INSERT INTO a VALUES (1, 'x', 3);
INSERT INTO a VALUES (2, NULL, 4);
ASSERT VALUES o (k1, k2, v) VALUES (2, NULL, 4);

--@test: a single value may stand without an object around it
CREATE STREAM a (id INT KEY, v STRING) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM bare WITH (wrap_single_value=false) AS SELECT * FROM a;
CREATE STREAM again (id INT KEY) WITH (kafka_topic='BARE', format='JSON_SR', wrap_single_value=false);
CREATE STREAM o WITH (value_format='JSON', wrap_single_value=true) AS SELECT id, rowval FROM again;
INSERT INTO a VALUES (1, 'x');
ASSERT VALUES bare (id, v) VALUES (1, 'x');
ASSERT VALUES o (id, rowval) VALUES (1, 'x');

--@test: a stream of single values cannot be read as one of records
--@expected.error: INVALID_FORMAT
--@expected.at: format='JSON_SR'
--@expected.message: single value
CREATE STREAM a (id INT KEY, v STRING) WITH (kafka_topic='a', format='JSON_SR', partitions=1, wrap_single_value=false);
CREATE STREAM b (id INT KEY) WITH (kafka_topic='a', format='JSON_SR');

--@test: deleting a row of a table is no value at all
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE TABLE o AS SELECT * FROM a WHERE v > 1;
INSERT INTO a VALUES (1, 2);
INSERT INTO a VALUES (1, 1);
ASSERT VALUES o (id, v) VALUES (1, 2);
ASSERT NULL VALUES o (id) KEY (1);

--@test: maps have texts for keys
--@expected.error: INVALID_FORMAT
--@expected.at: WITH (kafka_topic='a', format='JSON_SR', partitions=1)
--@expected.message: STRING
CREATE STREAM a (id INT KEY, v MAP<INT, INT>) WITH (kafka_topic='a', format='JSON_SR', partitions=1);

--@test: a schema that is not there is asked for by its subject
--@expected.error: SCHEMA_NOT_FOUND
--@expected.at: format='JSON_SR'
--@expected.message: nothing-value
CREATE STREAM a (id INT KEY) WITH (kafka_topic='nothing', format='JSON_SR', partitions=1);

--@test: a schema in another language names its format
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='JSON_SR'
--@expected.message: AVRO
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', key_format='KAFKA', value_format='AVRO', partitions=1);
CREATE STREAM b (id INT KEY) WITH (kafka_topic='a', key_format='KAFKA', value_format='JSON_SR');

--@test: columns cannot be declared beside the id of a schema
--@expected.error: INVALID_PROPERTY
--@expected.at: value_schema_id=1
--@expected.message: VALUE_SCHEMA_ID
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', key_format='KAFKA', value_format='JSON_SR', value_schema_id=1, partitions=1);

--@test: an unknown name in a schema is refused
--@expected.error: INVALID_FORMAT
--@expected.at: value_schema_full_name='no.Such'
--@expected.message: no.Such
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', key_format='KAFKA', value_format='JSON_SR', partitions=1);
CREATE STREAM b (id INT KEY) WITH (kafka_topic='a', key_format='KAFKA', value_format='JSON_SR', value_schema_full_name='no.Such');

--@test: a record is read by the schema that it was written with
CREATE STREAM a (id INT KEY, v DOUBLE) WITH (kafka_topic='a', value_format='JSON_SR', partitions=1);
INSERT INTO a VALUES (1, 2.5);
CREATE STREAM b (id INT KEY, v VARCHAR) WITH (kafka_topic='a', value_format='JSON_SR');
CREATE STREAM c WITH (value_format='JSON') AS SELECT * FROM b;
INSERT INTO a VALUES (2, 3.5);
ASSERT VALUES c (id, v) VALUES (1, '2.5');
ASSERT VALUES c (id, v) VALUES (2, '3.5');

--@test: or as plain JSON, whatever that schema says
SET 'ksql.json_sr.converter.deserializer.enabled'='false';
CREATE STREAM a (id INT KEY, v VARCHAR) WITH (kafka_topic='a', value_format='JSON_SR', partitions=1);
INSERT INTO a VALUES (1, '25');
CREATE STREAM b (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON_SR');
CREATE STREAM c WITH (value_format='JSON') AS SELECT * FROM b;
ASSERT VALUES c (id, v) VALUES (1, 25);
