-- What the registry has of a topic, and what statements do with it.

--@test: a row is inserted with the schema that the topic has
CREATE STREAM a (id INT KEY, v INT, w STRING) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM b (id INT KEY, w STRING) WITH (kafka_topic='a', format='AVRO');
CREATE STREAM o AS SELECT * FROM a;
INSERT INTO b VALUES (1, 'x');
ASSERT VALUES o (id, v, w) VALUES (1, NULL, 'x');

--@test: a row is not inserted with a schema that lacks its columns
--@expected.error: INVALID_INSERT
--@expected.at: B
--@expected.message: no field Z
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM b (id INT KEY, z STRING) WITH (kafka_topic='a', format='JSON_SR');
INSERT INTO b VALUES (1, 'x');

--@test: a row is not inserted under a key of another schema
--@expected.error: INVALID_INSERT
--@expected.at: B
--@expected.message: another schema
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM b (id STRING KEY, v INT) WITH (kafka_topic='a', format='JSON_SR');
INSERT INTO b VALUES ('1', 2);

--@test: the name of a key's record does not make it another
CREATE STREAM a (k1 INT KEY, k2 INT KEY, v INT) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM b (k1 INT KEY, k2 INT KEY, v INT) WITH (kafka_topic='a', format='AVRO');
CREATE STREAM o AS SELECT * FROM a;
INSERT INTO b VALUES (1, 2, 3);
ASSERT VALUES o (k1, k2, v) VALUES (1, 2, 3);

--@test: JSON_SR holds every type
CREATE STREAM s (id BIGINT KEY, i INT, d DOUBLE, m DECIMAL(5, 2), t VARCHAR, b BOOLEAN, y BYTES, a ARRAY<INT>, p MAP<VARCHAR, INT>, r STRUCT<x INT, y VARCHAR>, c TIME, e DATE, z TIMESTAMP) WITH (kafka_topic='s', format='JSON_SR');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 2, 0.5, 1.25, 'x', true, TO_BYTES('ab', 'utf8'), ARRAY[1, 2], MAP('k' := 3), STRUCT(x := 4, y := 'z'), '01:02:03', '2020-02-29', '2020-02-29T01:02:03.004');
INSERT INTO s (id) VALUES (2);
ASSERT VALUES o (id, i, d, m, t, b, y, a, p, r, c, e, z) VALUES (1, 2, 0.5E0, 1.25, 'x', true, TO_BYTES('ab', 'utf8'), ARRAY[1, 2], MAP('k' := 3), STRUCT(x := 4, y := 'z'), '01:02:03', '2020-02-29', '2020-02-29T01:02:03.004');
ASSERT VALUES o (id, i, d, m, t, b, y, a, p, r, c, e, z) VALUES (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

--@test: columns are taken from the registry
CREATE STREAM s (id INT KEY, a INT, t VARCHAR) WITH (kafka_topic='s', value_format='JSON_SR', partitions=1);
CREATE STREAM z (id INT KEY) WITH (kafka_topic='s', value_format='JSON_SR');
CREATE STREAM p (id INT KEY, a INT, t VARCHAR) WITH (kafka_topic='p', value_format='PROTOBUF', partitions=1);
CREATE STREAM q (id INT KEY) WITH (kafka_topic='p', value_format='PROTOBUF');
ASSERT STREAM q (id INT KEY, a INT, t VARCHAR);

--@test: PROTOBUF holds what has a type there, and no NULL
CREATE STREAM s (id BIGINT KEY, i INT, d DOUBLE, m DECIMAL(5, 2), t VARCHAR, b BOOLEAN, a ARRAY<INT>, p MAP<VARCHAR, INT>, r STRUCT<x INT, y VARCHAR>) WITH (kafka_topic='s', value_format='PROTOBUF');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 2, 0.5, 1.25, 'x', true, ARRAY[1, 2], MAP('k' := 3), STRUCT(x := 4, y := 'z'));
INSERT INTO s (id) VALUES (2);
ASSERT VALUES o (id, i, d, m, t, b, a, p, r) VALUES (1, 2, 0.5E0, 1.25, 'x', true, ARRAY[1, 2], MAP('k' := 3), STRUCT(x := 4, y := 'z'));
ASSERT VALUES o (id, i, d, t, b) VALUES (2, 0, 0.0E0, '', false);

--@test: PROTOBUF_NOSR does the same without a registry
CREATE STREAM s (id INT, t VARCHAR) WITH (kafka_topic='s', value_format='PROTOBUF_NOSR');
CREATE STREAM o WITH (value_format='JSON') AS SELECT * FROM s;
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, t) VALUES (1, 'x');
