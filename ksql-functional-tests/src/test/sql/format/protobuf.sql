--@test: PROTOBUF keys and values are read back as they were written
CREATE STREAM s (k VARCHAR KEY, a INT, b ARRAY<VARCHAR>, c MAP<VARCHAR, BIGINT>, d STRUCT<e DOUBLE>, f DECIMAL(5, 2)) WITH (kafka_topic='s', format='PROTOBUF');
CREATE STREAM o AS SELECT * FROM s;
ASSERT STREAM o (k VARCHAR KEY, a INT, b ARRAY<VARCHAR>, c MAP<VARCHAR, BIGINT>, d STRUCT<e DOUBLE>, f DECIMAL(5, 2)) WITH (key_format='PROTOBUF', value_format='PROTOBUF');
INSERT INTO s VALUES ('k', 1, ARRAY['x', 'y'], MAP('m' := 5), STRUCT(e := 0.5), 1.25);
ASSERT VALUES o (k, a, b, c, d, f) VALUES ('k', 1, ARRAY['x', 'y'], MAP('m' := 5), STRUCT(e := 0.5), 1.25);

--@test: in PROTOBUF a scalar that is NULL comes back as its default, a message stays NULL
CREATE STREAM s (k INT KEY, i INT, t VARCHAR, b BOOLEAN, d STRUCT<e DOUBLE>, w TIMESTAMP) WITH (kafka_topic='s', key_format='KAFKA', value_format='PROTOBUF');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s (k) VALUES (1);
ASSERT VALUES o (k, i, t, b, d, w) VALUES (1, 0, '', false, NULL, NULL);

--@test: optional fields and wrappers tell NULL from the default
CREATE STREAM s (k INT KEY, i INT, t VARCHAR) WITH (kafka_topic='s', key_format='KAFKA', value_format='JSON');
CREATE STREAM o WITH (value_format='PROTOBUF', value_protobuf_nullable_representation='OPTIONAL') AS SELECT * FROM s;
CREATE STREAM w WITH (value_format='PROTOBUF_NOSR', value_protobuf_nullable_representation='wrapper') AS SELECT * FROM o;
INSERT INTO s (k, i) VALUES (1, 0);
INSERT INTO s (k, t) VALUES (2, '');
ASSERT VALUES o (k, i, t) VALUES (1, 0, NULL);
ASSERT VALUES o (k, i, t) VALUES (2, NULL, '');
ASSERT VALUES w (k, i, t) VALUES (1, 0, NULL);
ASSERT VALUES w (k, i, t) VALUES (2, NULL, '');

--@test: NULL is told in two ways
--@expected.error: INVALID_PROPERTY
--@expected.at: value_protobuf_nullable_representation='MAYBE'
--@expected.message: OPTIONAL or WRAPPER
CREATE STREAM s (i INT) WITH (kafka_topic='s', value_format='PROTOBUF', value_protobuf_nullable_representation='MAYBE');

--@test: only Protobuf has a representation of NULL
--@expected.error: INVALID_PROPERTY
--@expected.at: value_protobuf_nullable_representation='OPTIONAL'
--@expected.message: JSON
CREATE STREAM s (i INT) WITH (kafka_topic='s', value_format='JSON', value_protobuf_nullable_representation='OPTIONAL');

--@test: a single PROTOBUF value is always a message
--@expected.error: INVALID_PROPERTY
--@expected.at: wrap_single_value=false
--@expected.message: PROTOBUF
CREATE STREAM s (i INT) WITH (kafka_topic='s', value_format='PROTOBUF', wrap_single_value=false);

--@test: without a registry a single value may be bare, and a key is
CREATE STREAM s (k BIGINT KEY, v VARCHAR) WITH (kafka_topic='s', format='PROTOBUF_NOSR', wrap_single_value=false);
CREATE STREAM o AS SELECT k, UCASE(v) AS v FROM s;
INSERT INTO s VALUES (-7, 'a');
ASSERT VALUES o (k, v) VALUES (-7, 'A');

--@test: a PROTOBUF key may have many columns
CREATE STREAM s (a INT KEY, b VARCHAR KEY, v INT) WITH (kafka_topic='s', format='PROTOBUF');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 'x', 2);
ASSERT VALUES o (a, b, v) VALUES (1, 'x', 2);

--@test: columns that a statement does not name are those of the registered message
CREATE STREAM s (id INT KEY, a INT, b STRUCT<c DATE>) WITH (kafka_topic='s', format='PROTOBUF');
CREATE STREAM again WITH (kafka_topic='s', format='PROTOBUF');
ASSERT STREAM again (id INT KEY, a INT, b STRUCT<c DATE>);
INSERT INTO again VALUES (3, 1, STRUCT(c := '2020-02-29'));
ASSERT VALUES s (id, a, b) VALUES (3, 1, STRUCT(c := '2020-02-29'));

--@test: the schema of a topic is in one language
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='AVRO'
--@expected.message: VALUE_FORMAT = 'PROTOBUF'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='PROTOBUF');
CREATE STREAM again (id INT KEY) WITH (kafka_topic='s', value_format='AVRO');

--@test: a PROTOBUF list holds no list
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='PROTOBUF'
--@expected.message: a STRUCT around them
CREATE STREAM s (a ARRAY<ARRAY<INT>>) WITH (kafka_topic='s', value_format='PROTOBUF');

--@test: a PROTOBUF map has texts for keys
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='PROTOBUF'
--@expected.message: STRING
CREATE STREAM s (a MAP<INT, INT>) WITH (kafka_topic='s', value_format='PROTOBUF');

--@test: a column has a name that Protobuf takes
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='PROTOBUF_NOSR'
--@expected.message: 'a b'
CREATE STREAM s (`a b` INT) WITH (kafka_topic='s', value_format='PROTOBUF_NOSR');

--@test: without a registry there is nothing to take columns from
--@expected.error: INVALID_PROJECTION
--@expected.at: CREATE STREAM s WITH (kafka_topic='s', value_format='PROTOBUF_NOSR')
CREATE STREAM s WITH (kafka_topic='s', value_format='PROTOBUF_NOSR');
