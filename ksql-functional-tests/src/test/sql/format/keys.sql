--@test: KAFKA writes a key of one plain type
CREATE STREAM i (k INT KEY, v INT) WITH (kafka_topic='i', value_format='JSON');
CREATE STREAM l (k BIGINT KEY, v INT) WITH (kafka_topic='l', value_format='JSON');
CREATE STREAM d (k DOUBLE KEY, v INT) WITH (kafka_topic='d', value_format='JSON');
CREATE STREAM t (k VARCHAR KEY, v INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM io AS SELECT * FROM i;
CREATE STREAM lo AS SELECT * FROM l;
CREATE STREAM do AS SELECT * FROM d;
CREATE STREAM tt AS SELECT * FROM t;
INSERT INTO i VALUES (-1, 1);
INSERT INTO l VALUES (-9223372036854775808, 1);
INSERT INTO d VALUES (0.1, 1);
INSERT INTO t VALUES ('', 1);
INSERT INTO t (v) VALUES (2);
ASSERT VALUES io (k, v) VALUES (-1, 1);
ASSERT VALUES lo (k, v) VALUES (-9223372036854775808, 1);
ASSERT VALUES do (k, v) VALUES (0.1, 1);
ASSERT VALUES tt (k, v) VALUES ('', 1);
ASSERT VALUES tt (k, v) VALUES (NULL, 2);

--@test: KAFKA takes no key of two columns
--@expected.error: INVALID_FORMAT
--@expected.at: WITH (kafka_topic='s', value_format='JSON')
--@expected.message: KEY_FORMAT = 'JSON'
CREATE STREAM s (a INT KEY, b INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a JSON key may be of many columns and of structure
CREATE STREAM s (a INT KEY, b STRUCT<x INT, y VARCHAR> KEY, v INT) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT a AS one, b AS two, v FROM s;
ASSERT STREAM o (one INT KEY, two STRUCT<x INT, y VARCHAR> KEY, v INT) WITH (key_format='JSON', value_format='JSON');
INSERT INTO s VALUES (1, STRUCT(x := 2, y := 'z'), 3);
ASSERT VALUES o (one, two, v) VALUES (1, STRUCT(x := 2, y := 'z'), 3);

--@test: AVRO keys and values are read back as they were written
CREATE STREAM s (k VARCHAR KEY, a INT, b ARRAY<VARCHAR>, c MAP<VARCHAR, BIGINT>, d STRUCT<e DOUBLE>) WITH (kafka_topic='s', format='AVRO');
CREATE STREAM o AS SELECT * FROM s;
ASSERT STREAM o (k VARCHAR KEY, a INT, b ARRAY<VARCHAR>, c MAP<VARCHAR, BIGINT>, d STRUCT<e DOUBLE>) WITH (key_format='AVRO', value_format='AVRO');
INSERT INTO s VALUES ('k', 1, ARRAY['x', NULL], MAP('m' := 5), STRUCT(e := 0.5));
INSERT INTO s (k) VALUES ('n');
ASSERT VALUES o (k, a, b, c, d) VALUES ('k', 1, ARRAY['x', NULL], MAP('m' := 5), STRUCT(e := 0.5));
ASSERT VALUES o (k, a, b, c, d) VALUES ('n', NULL, NULL, NULL, NULL);

--@test: columns that a statement does not name are those of the registered schema
CREATE STREAM s (k VARCHAR KEY, a INT, b VARCHAR) WITH (kafka_topic='s', value_format='AVRO');
CREATE STREAM again (k VARCHAR KEY) WITH (kafka_topic='s', value_format='AVRO');
ASSERT STREAM again (k VARCHAR KEY, a INT, b VARCHAR);
INSERT INTO again VALUES ('x', 1, 'y');
ASSERT VALUES s (k, a, b) VALUES ('x', 1, 'y');

--@test: no schema, no columns
--@expected.error: SCHEMA_NOT_FOUND
--@expected.at: value_format='AVRO'
--@expected.message: Name the columns
CREATE STREAM s WITH (kafka_topic='s', value_format='AVRO');

--@test: a KAFKA value is one column
CREATE STREAM s (k VARCHAR KEY, a BIGINT) WITH (kafka_topic='s', value_format='KAFKA');
CREATE STREAM o AS SELECT k, a + 1 AS b FROM s;
INSERT INTO s VALUES ('k', 41);
ASSERT VALUES o (k, b) VALUES ('k', 42);

--@test: a map can be no key
--@expected.error: INVALID_KEY
--@expected.at: m
--@expected.message: MAP
CREATE STREAM s (id INT KEY, m MAP<VARCHAR, INT>) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY m;

--@test: a map can be no declared key
--@expected.error: INVALID_KEY
--@expected.at: MAP<VARCHAR, INT>
--@expected.message: MAP
CREATE STREAM s (m MAP<VARCHAR, INT> KEY, v INT) WITH (kafka_topic='s', format='JSON');
