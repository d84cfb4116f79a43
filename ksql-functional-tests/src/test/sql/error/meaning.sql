--@test: a table with windows is not joined by a foreign key
--@expected.error: JOIN_WINDOWS
--@expected.at: b
CREATE TABLE a (id INT PRIMARY KEY, f INT) WITH (kafka_topic='a', value_format='JSON', window_type='SESSION');
CREATE TABLE b (id INT PRIMARY KEY, w INT) WITH (kafka_topic='b', value_format='JSON', window_type='SESSION');
CREATE TABLE o AS SELECT * FROM a JOIN b ON a.f = b.id;

--@test: a number has no fields
--@expected.error: TYPE_MISMATCH
--@expected.at: x
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a->x AS b FROM s;

--@test: a decimal says how many digits it has
--@expected.error: TYPE_NOT_FOUND
--@expected.at: DECIMAL
CREATE STREAM s (id INT KEY, a DECIMAL) WITH (kafka_topic='s', value_format='JSON');

--@test: the kind of windows must be said
--@expected.error: INVALID_PROPERTY
--@expected.at: windowed='true'
SET 'ksql.classic.mode'='true';
CREATE STREAM s (id VARCHAR, a INT) WITH (kafka_topic='s', value_format='JSON', windowed='true');

--@test: a NULL alone tells no type of a result
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: AS_VALUE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, AS_VALUE(NULL) AS b FROM s;

--@test: a table's rows are not inserted
--@expected.error: INVALID_INSERT
--@expected.at: SELECT id, COUNT(*) AS n FROM s GROUP BY id
CREATE STREAM s (id INT KEY, n BIGINT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s SELECT id, COUNT(*) AS n FROM s GROUP BY id;

--@test: two columns have two names
--@expected.error: COLUMN_DUPLICATE
--@expected.at: a
CREATE STREAM s (id INT KEY, a INT, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a result does not change the partitions of a topic that is there
--@expected.error: TOPIC_MISMATCH
--@expected.at: partitions=7
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (kafka_topic='s', partitions=7) AS SELECT * FROM s;

--@test: the name of a record is one
--@expected.error: INVALID_PROPERTY
--@expected.at: value_schema_full_name='a b'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='AVRO', value_schema_full_name='a b');

--@test: so is the name of a message
--@expected.error: INVALID_PROPERTY
--@expected.at: value_schema_full_name='a b'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='PROTOBUF', value_schema_full_name='a b');

--@test: NULL has two representations
--@expected.error: INVALID_PROPERTY
--@expected.at: value_protobuf_nullable_representation='NONE'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='PROTOBUF', value_protobuf_nullable_representation='NONE');

--@test: an id that the registry does not have is named
--@expected.error: SCHEMA_NOT_FOUND
--@expected.at: value_schema_id=4711
CREATE STREAM s (id INT KEY) WITH (kafka_topic='s', value_format='AVRO', value_schema_id=4711);

--@test: a delimiter may be a word, but not any
--@expected.error: INVALID_PROPERTY
--@expected.at: value_delimiter='SPACES'
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='DELIMITED', value_delimiter='SPACES');

--@test: a registered schema is followed by compatible ones only
--@expected.error: SCHEMA_REGISTRY
--@expected.at: CREATE STREAM o WITH (kafka_topic='s') AS SELECT * FROM z
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='AVRO');
CREATE STREAM z (id INT KEY, a VARCHAR) WITH (kafka_topic='z', value_format='AVRO');
CREATE STREAM o WITH (kafka_topic='s') AS SELECT * FROM z;

--@test: the value of a setting has its type
--@expected.error: INVALID_SETTING
--@expected.at: 'ksql.query.pull.table.scan.enabled'='perhaps'
SET 'ksql.query.pull.table.scan.enabled'='perhaps';

--@test: an aggregate takes no lambda
--@expected.error: NOT_SUPPORTED
--@expected.at: x => x
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, SUM(x => x) AS b FROM s GROUP BY id;

--@test: nor a unit of time
--@expected.error: NOT_SUPPORTED
--@expected.at: HOURS
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, SUM(HOURS) AS b FROM s GROUP BY id;

--@test: all headers are a list of keys with values
--@expected.error: TYPE_MISMATCH
--@expected.at: ARRAY<STRUCT<key STRING>>
CREATE STREAM s (id INT KEY, a ARRAY<STRUCT<key STRING>> HEADERS) WITH (kafka_topic='s', value_format='JSON');

--@test: the id of a query is one word
--@expected.error: INVALID_PROPERTY
--@expected.at: query_id='a b'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='JSON');
INSERT INTO z WITH (query_id='a b') SELECT * FROM s;

--@test: a pattern of times needs a column of times
--@expected.error: INVALID_PROPERTY
--@expected.at: timestamp_format='yyyy'
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON', timestamp_format='yyyy');

--@test: a truth value is no time
--@expected.error: INVALID_PROPERTY
--@expected.at: timestamp='a'
CREATE STREAM s (id INT KEY, a BOOLEAN) WITH (kafka_topic='s', value_format='JSON', timestamp='a');

--@test: only a text has a pattern
--@expected.error: INVALID_PROPERTY
--@expected.at: timestamp_format='yyyy'
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', value_format='JSON', timestamp='a', timestamp_format='yyyy');

--@test: a size belongs to a kind of windows
--@expected.error: INVALID_PROPERTY
--@expected.at: window_size='1 SECOND'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_size='1 SECOND');

--@test: there are three kinds of windows
--@expected.error: INVALID_PROPERTY
--@expected.at: window_type='SLIDING'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='SLIDING', window_size='1 SECOND');

--@test: a value is wrapped or not
--@expected.error: INVALID_PROPERTY
--@expected.at: wrap_single_value='maybe'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', wrap_single_value='maybe');

--@test: not more alternatives are looked for than are reasonable
--@expected.error: INVALID_PULL_QUERY
--@expected.at: (id = 0 OR n = 0) AND (id = 1 OR n = 1) AND (id = 2 OR n = 2) AND (id = 3 OR n = 3) AND (id = 4 OR n = 4) AND (id = 5 OR n = 5) AND (id = 6 OR n = 6) AND (id = 7 OR n = 7) AND (id = 8 OR n = 8) AND (id = 9 OR n = 9) AND (id = 10 OR n = 10) AND (id = 11 OR n = 11) AND (id = 12 OR n = 12) AND (id = 13 OR n = 13)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE (id = 0 OR n = 0) AND (id = 1 OR n = 1) AND (id = 2 OR n = 2) AND (id = 3 OR n = 3) AND (id = 4 OR n = 4) AND (id = 5 OR n = 5) AND (id = 6 OR n = 6) AND (id = 7 OR n = 7) AND (id = 8 OR n = 8) AND (id = 9 OR n = 9) AND (id = 10 OR n = 10) AND (id = 11 OR n = 11) AND (id = 12 OR n = 12) AND (id = 13 OR n = 13);

--@test: a group is of something
--@expected.error: INVALID_AGGREGATION
--@expected.at: ()
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT COUNT(*) AS n FROM s GROUP BY ();

--@test: so is a key
--@expected.error: INVALID_KEY
--@expected.at: ()
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a FROM s PARTITION BY ();
