--@test: an unqualified name in both sources is ambiguous in ON too
--@expected.error: COLUMN_AMBIGUOUS
--@expected.at: id
--@expected.message: Write S.ID or T.ID
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT s.id, v, w FROM s JOIN t ON id = id;

--@test: two sources need two aliases
--@expected.error: JOIN_REPEATED_SOURCE
--@expected.at: t a
--@expected.message: alias
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s a JOIN t a ON a.id = a.id;

--@test: nothing is joined to itself
--@expected.error: JOIN_REPEATED_SOURCE
--@expected.at: t b
--@expected.message: itself
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE o AS SELECT * FROM t a JOIN t b ON a.id = b.id;

--@test: a stream meets a table on the table's key
--@expected.error: JOIN_PRIMARY_KEY
--@expected.at: t.w
--@expected.message: The primary key of T is ID
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON s.id = t.w;

--@test: both sides of ON are of one type
--@expected.error: JOIN_TYPES
--@expected.at: s.id = t.id
--@expected.message: CAST
CREATE STREAM s (id BIGINT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON s.id = t.id;

--@test: ON is one equality
--@expected.error: JOIN_CRITERION
--@expected.at: s.id > t.id
--@expected.message: ON a.id = b.id
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON s.id > t.id;

--@test: a side of ON without a column joins nothing
--@expected.error: JOIN_CRITERION
--@expected.at: 1
--@expected.message: must name a column
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t ON 1 = t.id;

--@test: a table is not joined to a stream
--@expected.error: JOIN_KIND
--@expected.at: s
--@expected.message: Exchange the two
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM t JOIN s ON s.id = t.id;

--@test: WITHIN is not for tables
--@expected.error: JOIN_WITHIN
--@expected.at: 1 HOUR
--@expected.message: Leave WITHIN out
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s JOIN t WITHIN 1 HOUR ON s.id = t.id;

--@test: a stream is not joined to a table from the right
--@expected.error: JOIN_KIND
--@expected.at: t
--@expected.message: INNER or LEFT
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s FULL OUTER JOIN t ON s.id = t.id;

--@test: two streams need a time
--@expected.error: JOIN_WITHIN
--@expected.at: b
--@expected.message: WITHIN 1 HOUR
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b ON a.id = b.id;

--@test: ON takes one condition
--@expected.error: JOIN_CRITERION
--@expected.at: a.id = b.id AND a.v = b.w
--@expected.message: WHERE
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id AND a.v = b.w;

--@test: both sides of ON are of different sources
--@expected.error: JOIN_CRITERION
--@expected.at: a.id = a.v
--@expected.message: One side of the equality must be of B, the other of A
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = a.v;

--@test: a side of ON is of one source
--@expected.error: JOIN_CRITERION
--@expected.at: a.v + b.w
--@expected.message: A and B
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM c (id INT KEY, x INT) WITH (kafka_topic='c', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id JOIN c WITHIN 1 HOUR ON a.v + b.w = c.id;

--@test: a further join is of the source that it adds
--@expected.error: JOIN_CRITERION
--@expected.at: a.id = b.id
--@expected.message: must be of C
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM c (id INT KEY, x INT) WITH (kafka_topic='c', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id JOIN c WITHIN 1 HOUR ON a.id = b.id;

--@test: a source is joined once
--@expected.error: JOIN_REPEATED_SOURCE
--@expected.at: t x
--@expected.message: T cannot be joined to itself
CREATE TABLE t (id INT PRIMARY KEY, v INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE u (id INT PRIMARY KEY, w INT) WITH (kafka_topic='u', value_format='JSON');
CREATE TABLE o AS SELECT * FROM t JOIN u ON t.id = u.id JOIN t x ON u.id = x.id;

--@test: a key cannot hold a map
--@expected.error: INVALID_KEY
--@expected.at: a.m
--@expected.message: MAP
CREATE STREAM a (id INT KEY, m MAP<STRING, INT>) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, m MAP<STRING, INT>) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.m = b.m;

--@test: the result has a column of the key
--@expected.error: INVALID_KEY
--@expected.at: v, w
--@expected.message: Add A.ID or B.ID to SELECT
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT v, w FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id;

--@test: the key of a full outer join is selected
--@expected.error: INVALID_KEY
--@expected.at: a.id, v, w
--@expected.message: Add ROWKEY to SELECT
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT a.id, v, w FROM a FULL OUTER JOIN b WITHIN 1 HOUR ON a.id = b.id;

--@test: a foreign key keeps the whole key of the left table
--@expected.error: INVALID_KEY
--@expected.at: k1, f, w
--@expected.message: Add T.K2 to SELECT
CREATE TABLE t (k1 INT PRIMARY KEY, k2 INT PRIMARY KEY, f INT) WITH (kafka_topic='t', key_format='JSON', value_format='JSON');
CREATE TABLE u (id INT PRIMARY KEY, w INT) WITH (kafka_topic='u', value_format='JSON');
CREATE TABLE o AS SELECT k1, f, w FROM t JOIN u ON f = u.id;

--@test: rows that nobody names have no key
--@expected.error: JOIN_KIND
--@expected.at: u
--@expected.message: INNER or LEFT
CREATE TABLE t (id INT PRIMARY KEY, v INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE u (id INT PRIMARY KEY, w INT) WITH (kafka_topic='u', value_format='JSON');
CREATE TABLE o AS SELECT * FROM t RIGHT JOIN u ON t.v = u.id;

--@test: a further join is not by foreign key
--@expected.error: JOIN_KIND
--@expected.at: u.w = x.id
--@expected.message: foreign key
CREATE TABLE t (id INT PRIMARY KEY, v INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE u (id INT PRIMARY KEY, w INT) WITH (kafka_topic='u', value_format='JSON');
CREATE TABLE x (id INT PRIMARY KEY, y INT) WITH (kafka_topic='x', value_format='JSON');
CREATE TABLE o AS SELECT * FROM t JOIN u ON t.id = u.id JOIN x ON u.w = x.id;

--@test: a table of two key columns is not joined on one
--@expected.error: JOIN_PRIMARY_KEY
--@expected.at: k1
--@expected.message: K1, K2
CREATE TABLE t (k1 INT PRIMARY KEY, k2 INT PRIMARY KEY, f INT) WITH (kafka_topic='t', key_format='JSON', value_format='JSON');
CREATE TABLE u (id INT PRIMARY KEY, w INT) WITH (kafka_topic='u', value_format='JSON');
CREATE TABLE o AS SELECT * FROM u JOIN t ON w = k1;

--@test: the format KAFKA joins nothing
--@expected.error: INVALID_FORMAT
--@expected.at: b
--@expected.message: VALUE_FORMAT
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='KAFKA');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id;

--@test: keys with windows do not meet keys without
--@expected.error: JOIN_WINDOWS
--@expected.at: b
--@expected.message: not windowed
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON', window_type='SESSION');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id;

--@test: sessions meet sessions only
--@expected.error: JOIN_WINDOWS
--@expected.at: b
--@expected.message: Sessions meet sessions
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON', window_type='SESSION');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id;

--@test: rows of windows keep their key
--@expected.error: WINDOWED_REKEY
--@expected.at: a.v
--@expected.message: on its key column
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON', window_type='SESSION');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON', window_type='SESSION');
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.v = b.id;

--@test: rows of topics of other numbers of partitions do not meet
--@expected.error: JOIN_PARTITIONS
--@expected.at: b
--@expected.message: A has 2 partitions and B has 3
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON', partitions=2);
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON', partitions=3);
CREATE STREAM o AS SELECT * FROM a JOIN b WITHIN 1 HOUR ON a.id = b.id;

--@test: a side that gets another key may come from any number of partitions
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON', partitions=2);
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON', partitions=3);
CREATE STREAM o AS SELECT b.id AS id, v, w FROM a JOIN b WITHIN 1 HOUR ON a.v = b.id;
INSERT INTO a VALUES (1, 5);
INSERT INTO b VALUES (5, 6);
ASSERT VALUES o (id, v, w) VALUES (5, 5, 6);
