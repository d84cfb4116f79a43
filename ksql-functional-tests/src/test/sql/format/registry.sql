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
