--@test: an unqualified name in both sources is ambiguous in ON too
--@expected.error: COLUMN_AMBIGUOUS
--@expected.message: Write S.ID or T.ID
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT s.id, v, w FROM s JOIN t ON id = id;

--@test: two sources need two aliases
--@expected.error: INVALID_JOIN
--@expected.message: alias
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s a JOIN t a ON a.id = a.id;

--@test: nothing is joined to itself
--@expected.error: INVALID_JOIN
--@expected.message: itself
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE o AS SELECT * FROM t a JOIN t b ON a.id = b.id;

--@test: a stream meets a table on the table's key
--@expected.error: INVALID_JOIN
--@expected.message: The primary key of T is ID
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON s.id = t.w;

--@test: both sides of ON are of one type
--@expected.error: INVALID_JOIN
--@expected.message: CAST
CREATE STREAM s (id BIGINT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON s.id = t.id;

--@test: ON is one equality
--@expected.error: INVALID_JOIN
--@expected.message: ON a.id = b.id
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON s.id > t.id;

--@test: a side of ON without a column joins nothing
--@expected.error: INVALID_JOIN
--@expected.message: must name a column
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON 1 = t.id;

--@test: a table is not joined to a stream
--@expected.error: INVALID_JOIN
--@expected.message: Exchange the two
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM t JOIN s ON s.id = t.id;

--@test: WITHIN is not for tables
--@expected.error: INVALID_JOIN
--@expected.message: Leave WITHIN out
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t WITHIN 1 HOUR ON s.id = t.id;

--@test: a stream is not joined to a table from the right
--@expected.error: INVALID_JOIN
--@expected.message: INNER or LEFT
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s FULL OUTER JOIN t ON s.id = t.id;
