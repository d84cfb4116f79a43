--@test: a table needs a key
--@expected.error: INVALID_KEY
--@expected.at: t
--@expected.message: PRIMARY KEY
CREATE TABLE t (id INT, a INT) WITH (kafka_topic='t', value_format='JSON');

--@test: a stream has no PRIMARY KEY
--@expected.error: SYNTAX
--@expected.at: PRIMARY KEY
--@expected.message: primary key
CREATE STREAM t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');

--@test: a topic is named
--@expected.error: INVALID_PROPERTY
--@expected.at: CREATE STREAM t (id INT KEY, a INT) WITH (value_format='JSON')
--@expected.message: KAFKA_TOPIC = '...'
CREATE STREAM t (id INT KEY, a INT) WITH (value_format='JSON');

--@test: the topic's name is not empty
--@expected.error: INVALID_PROPERTY
--@expected.at: kafka_topic=''
--@expected.message: empty
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='', value_format='JSON', partitions=1);

--@test: a format is named
--@expected.error: INVALID_PROPERTY
--@expected.at: CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t')
--@expected.message: VALUE_FORMAT
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t');

--@test: a topic has at least one partition
--@expected.error: INVALID_PROPERTY
--@expected.at: partitions=0
--@expected.message: between 1
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t', value_format='JSON', partitions=0);

--@test: a count is a number
--@expected.error: INVALID_PROPERTY
--@expected.at: partitions='many'
--@expected.message: whole number
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t', value_format='JSON', partitions='many');

--@test: a window has a length
--@expected.error: INVALID_PROPERTY
--@expected.at: window_type='TUMBLING'
--@expected.message: WINDOW_SIZE
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t', value_format='JSON', window_type='TUMBLING');

--@test: the length of a window is more than nothing
--@expected.error: INVALID_PROPERTY
--@expected.at: window_size='-1 SECONDS'
--@expected.message: WINDOW_SIZE
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t', value_format='JSON', window_type='TUMBLING', window_size='-1 SECONDS');

--@test: the length of a window is not beyond all time
--@expected.error: INVALID_PROPERTY
--@expected.at: window_size='9223372036854775807 DAYS'
--@expected.message: WINDOW_SIZE
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t', value_format='JSON', window_type='TUMBLING', window_size='9223372036854775807 DAYS');

--@test: a session has no length
--@expected.error: INVALID_PROPERTY
--@expected.at: window_size='1 SECONDS'
--@expected.message: WINDOW_SIZE
CREATE STREAM t (id INT KEY, a INT) WITH (kafka_topic='t', value_format='JSON', window_type='SESSION', window_size='1 SECONDS');

--@test: windows belong to keys
--@expected.error: INVALID_KEY
--@expected.at: window_type='TUMBLING'
--@expected.message: key column
CREATE STREAM t (id INT, a INT) WITH (kafka_topic='t', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');

--@test: the time of a row can be one of its columns
CREATE STREAM s (id INT KEY, seen VARCHAR, a INT) WITH (kafka_topic='s', value_format='JSON', timestamp='seen', timestamp_format='yyyy-MM-dd HH:mm:ss X');
CREATE STREAM o AS SELECT id, a FROM s;
CREATE STREAM back WITH (timestamp='a') AS SELECT id, CAST(a AS BIGINT) AS a FROM s;
INSERT INTO s VALUES (1, '1970-01-01 00:00:01 Z', 7);
INSERT INTO s VALUES (2, 'no time', 8);
ASSERT VALUES o (ROWTIME, id, a) VALUES (1000, 1, 7);
ASSERT VALUES back (ROWTIME, id, a) VALUES (7, 1, 7);

--@test: a text needs a pattern to be a time
--@expected.error: INVALID_PROPERTY
--@expected.at: timestamp='seen'
--@expected.message: TIMESTAMP_FORMAT
CREATE STREAM s (id INT KEY, seen VARCHAR) WITH (kafka_topic='s', value_format='JSON', timestamp='seen');

--@test: the time of a row is a column that exists
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: timestamp='time2'
--@expected.message: Did you mean TIME1
CREATE STREAM s (id INT KEY, time1 BIGINT) WITH (kafka_topic='s', value_format='JSON', timestamp='time2');

--@test: a name is taken once
--@expected.error: SOURCE_EXISTS
--@expected.at: s
--@expected.message: CREATE OR REPLACE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: IF NOT EXISTS leaves what exists
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM IF NOT EXISTS s (id INT KEY, b VARCHAR) WITH (kafka_topic='s', value_format='JSON');
ASSERT STREAM s (id INT KEY, a INT);

--@test: a replaced stream may have more columns
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE OR REPLACE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
ASSERT STREAM s (id INT KEY, a INT, b INT);

--@test: a replaced stream keeps its columns
--@expected.error: NOT_UPGRADEABLE
--@expected.at: s
--@expected.message: columns
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE OR REPLACE STREAM s (id INT KEY, b INT, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a replaced stream keeps its format
--@expected.error: NOT_UPGRADEABLE
--@expected.at: s
--@expected.message: value format
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE OR REPLACE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='DELIMITED');

--@test: a replaced query may filter otherwise and add columns
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a FROM s WHERE a > 5;
INSERT INTO s VALUES (1, 6);
CREATE OR REPLACE STREAM o AS SELECT id, a, a + 1 AS b FROM s WHERE a < 5;
INSERT INTO s VALUES (2, 6);
INSERT INTO s VALUES (3, 4);
ASSERT VALUES o (id, a, b) VALUES (1, 6, NULL);
ASSERT VALUES o (id, a, b) VALUES (3, 4, 5);

--@test: a replaced query keeps what it aggregates, since its state is kept
--@expected.error: NOT_UPGRADEABLE
--@expected.at: t
--@expected.message: aggregat
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s GROUP BY id;
CREATE OR REPLACE TABLE t AS SELECT id, COUNT(a) AS n FROM s GROUP BY id;

--@test: a replaced query keeps its source
--@expected.error: NOT_UPGRADEABLE
--@expected.at: o
--@expected.message: what it reads
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a BIGINT) WITH (kafka_topic='z', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
CREATE OR REPLACE STREAM o AS SELECT * FROM z;

--@test: a replaced query keeps the arguments of its aggregates
--@expected.error: NOT_UPGRADEABLE
--@expected.at: t
--@expected.message: aggregates
CREATE STREAM s (id INT KEY, a BIGINT, b BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s GROUP BY id;
CREATE OR REPLACE TABLE t AS SELECT id, SUM(b) AS n FROM s GROUP BY id;

--@test: a replaced aggregation may filter otherwise, before and after
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s GROUP BY id;
CREATE OR REPLACE TABLE t AS SELECT id, SUM(a) AS n, SUM(a) * 2 AS m FROM s WHERE a > 1 GROUP BY id HAVING SUM(a) > 5;
ASSERT TABLE t (id INT PRIMARY KEY, n BIGINT, m BIGINT);

--@test: a replaced query keeps its windows
--@expected.error: NOT_UPGRADEABLE
--@expected.at: t
--@expected.message: window
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
CREATE OR REPLACE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW TUMBLING (SIZE 2 SECONDS) GROUP BY id;

--@test: what two queries write is not replaced
--@expected.error: NOT_UPGRADEABLE
--@expected.at: o
--@expected.message: INSERTQUERY_
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO o SELECT * FROM s;
CREATE OR REPLACE STREAM o AS SELECT * FROM s WHERE a > 1;

--@test: a declared key and a registered column cannot share a name
--@expected.error: COLUMN_DUPLICATE
--@expected.at: CREATE STREAM again (a VARCHAR KEY) WITH (kafka_topic='s', value_format='AVRO')
--@expected.message: otherwise
CREATE STREAM s (k VARCHAR KEY, a INT) WITH (kafka_topic='s', value_format='AVRO');
CREATE STREAM again (a VARCHAR KEY) WITH (kafka_topic='s', value_format='AVRO');

--@test: a type can be named
CREATE TYPE address AS STRUCT<street VARCHAR, town VARCHAR>;
CREATE STREAM s (id INT KEY, a address, b ARRAY<address>) WITH (kafka_topic='s', value_format='JSON');
ASSERT STREAM s (id INT KEY, a STRUCT<street VARCHAR, town VARCHAR>, b ARRAY<STRUCT<street VARCHAR, town VARCHAR>>);
CREATE TYPE IF NOT EXISTS address AS INT;
DROP TYPE address;
DROP TYPE IF EXISTS address;

--@test: a type that nobody has named is not known
--@expected.error: TYPE_NOT_FOUND
--@expected.at: adress
CREATE STREAM s (id INT KEY, a adress) WITH (kafka_topic='s', value_format='JSON');

--@test: columns can be added
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ALTER STREAM s ADD COLUMN b VARCHAR, ADD c INT;
ASSERT STREAM s (id INT KEY, a INT, b VARCHAR, c INT);
INSERT INTO s VALUES (1, 2, 'x', 3);
ASSERT VALUES s (id, a, b, c) VALUES (1, 2, 'x', 3);

--@test: a column that is there is not added
--@expected.error: COLUMN_DUPLICATE
--@expected.at: a
--@expected.message: A
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ALTER STREAM s ADD COLUMN a VARCHAR;

--@test: a column of headers is a column too
--@expected.error: COLUMN_DUPLICATE
--@expected.at: h
--@expected.message: H
CREATE STREAM s (id INT KEY, a INT, h BYTES HEADER('h')) WITH (kafka_topic='s', value_format='JSON');
ALTER STREAM s ADD COLUMN h VARCHAR;

--@test: what a query fills is changed by its query
--@expected.error: NOT_UPGRADEABLE
--@expected.at: o
--@expected.message: CREATE OR REPLACE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
ALTER STREAM o ADD COLUMN b VARCHAR;

--@test: a stream is not dropped as a table
--@expected.error: WRONG_SOURCE_KIND
--@expected.at: s
--@expected.message: stream
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
DROP TABLE s;

--@test: what is read is not dropped
--@expected.error: SOURCE_IN_USE
--@expected.at: s
--@expected.message: DROP
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
DROP STREAM s;

--@test: after its readers a source can go, and its name is free
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
DROP STREAM o;
DROP STREAM s;
DROP STREAM IF EXISTS s;
CREATE TABLE s (id INT PRIMARY KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ASSERT TABLE s (id INT PRIMARY KEY, a INT);

--@test: a query that is terminated writes no more
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 1);
TERMINATE ALL;
INSERT INTO s VALUES (2, 2);
ASSERT VALUES o (id, a) VALUES (1, 1);

--@test: a table keeps no rows by age
--@expected.error: INVALID_PROPERTY
--@expected.at: retention_ms=1000
--@expected.message: RETENTION_MS
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t WITH (retention_ms=1000) AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;

--@test: a stored query has no LIMIT
--@expected.error: INVALID_LIMIT
--@expected.at: LIMIT 3
--@expected.message: LIMIT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s LIMIT 3;

--@test: PARTITIONS of a topic that exists must be its own
--@expected.error: TOPIC_MISMATCH
--@expected.at: partitions=3
--@expected.message: Leave PARTITIONS
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', partitions=2);
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', partitions=3);

--@test: a windowed table feeds no stored query
--@expected.error: WRONG_SOURCE_KIND
--@expected.at: t
--@expected.message: windowed
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
CREATE TABLE u AS SELECT * FROM t;

--@test: a table's rows pass a filter or are deleted
CREATE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE o AS SELECT id, a * 2 AS b FROM t WHERE a > 1;
INSERT INTO t VALUES (1, 2);
INSERT INTO t VALUES (1, 1);
INSERT INTO t VALUES (1, 3);
ASSERT VALUES o (id, b) VALUES (1, 4);
ASSERT NULL VALUES o (id) KEY (1);
ASSERT VALUES o (id, b) VALUES (1, 6);

--@test: headers become columns
CREATE STREAM s (id INT KEY, a INT, h ARRAY<STRUCT<key VARCHAR, value BYTES>> HEADERS) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a, ARRAY_LENGTH(h) AS n FROM s;
INSERT INTO s (id, a) VALUES (1, 2);
ASSERT VALUES o (id, a, n) VALUES (1, 2, 0);

--@test: a column of headers is of the headers' type
--@expected.error: TYPE_MISMATCH
--@expected.at: VARCHAR
--@expected.message: BYTES
CREATE STREAM s (id INT KEY, a VARCHAR HEADER('x')) WITH (kafka_topic='s', value_format='JSON');

--@test: a source that takes rows cannot become a read-only one
--@expected.error: NOT_UPGRADEABLE
--@expected.at: t
CREATE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');
CREATE OR REPLACE SOURCE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');

--@test: a result fits the schema that it is written with
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='AVRO');
CREATE STREAM o WITH (value_schema_id=1) AS SELECT id, a FROM s;
INSERT INTO s VALUES (1, 2, 3);
ASSERT VALUES o (id, a) VALUES (1, 2);

--@test: a result whose columns are not those of its schema is refused
--@expected.error: INVALID_PROJECTION
--@expected.at: value_schema_id=1
--@expected.message: schema 1
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='AVRO');
CREATE STREAM o WITH (value_schema_id=1) AS SELECT id, b, a FROM s;

--@test: a key fits the schema that it is written with
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', format='AVRO');
CREATE STREAM o WITH (key_schema_id=1) AS SELECT * FROM s;
INSERT INTO s VALUES (1, 2);
ASSERT VALUES o (id, a) VALUES (1, 2);

--@test: a key of another type than that of its schema is refused
--@expected.error: INVALID_KEY
--@expected.at: key_schema_id=1
--@expected.message: CAST
CREATE STREAM s (id INT KEY, a BIGINT) WITH (kafka_topic='s', format='AVRO');
CREATE STREAM o WITH (key_schema_id=1) AS SELECT * FROM s PARTITION BY a;

--@test: so is one of more columns than its schema has
--@expected.error: INVALID_KEY
--@expected.at: key_schema_id=1
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', format='AVRO');
CREATE TABLE o WITH (key_schema_id=1) AS SELECT id, a, COUNT(*) AS n FROM s GROUP BY id, a;

--@test: a key of several columns fits the record of its schema, column by column
--@expected.error: INVALID_PROJECTION
--@expected.at: key_schema_id=1
CREATE STREAM s (id INT KEY, k INT KEY, a INT) WITH (kafka_topic='s', format='AVRO');
CREATE TABLE o WITH (key_schema_id=1) AS SELECT a, id, COUNT(*) AS n FROM s GROUP BY a, id;
