--@test: without a key every row is looked at
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
INSERT INTO s VALUES (1, 5);
INSERT INTO s VALUES (2, 7);
INSERT INTO s VALUES (2, 8);
SELECT * FROM t;
ASSERT VALUES result (id, n) VALUES (1, 1);
ASSERT VALUES result (id, n) VALUES (2, 2);
SELECT id FROM t WHERE n > 1;
ASSERT VALUES result (id) VALUES (2);
SELECT id FROM t WHERE id + 1 = 2 OR n = 7;
ASSERT VALUES result (id) VALUES (1);

--@test: a text key is read from one side of a value on, in the order of bytes
CREATE STREAM s (id VARCHAR KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS sum FROM s GROUP BY id;
INSERT INTO s VALUES ('b', 2);
INSERT INTO s VALUES ('a', 1);
INSERT INTO s VALUES ('ab', 3);
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id > 'a';
ASSERT VALUES result (id, sum) VALUES ('ab', 3);
ASSERT VALUES result (id, sum) VALUES ('b', 2);
SELECT * FROM t WHERE id <= 'ab';
ASSERT VALUES result (id, sum) VALUES ('a', 1);
ASSERT VALUES result (id, sum) VALUES ('ab', 3);
SELECT * FROM t WHERE 'ab' > id AND sum > 0;
ASSERT VALUES result (id, sum) VALUES ('a', 1);

--@test: a range of keys whose bytes are in another order is right, too
CREATE STREAM s (id VARCHAR KEY, v INT) WITH (kafka_topic='s', format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS sum FROM s GROUP BY id;
INSERT INTO s VALUES ('a', 1);
INSERT INTO s VALUES ('a b', 2);
SELECT * FROM t WHERE id > 'a';
ASSERT VALUES result (id, sum) VALUES ('a b', 2);

--@test: every row may not be looked at where a setting forbids it
--@expected.error: INVALID_PULL_QUERY
--@expected.at: n > 1
--@expected.message: says nothing about the key of T: ID
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE n > 1;

--@test: without WHERE every row would have to be looked at
--@expected.error: INVALID_PULL_QUERY
--@expected.at: SELECT * FROM t
--@expected.message: Without WHERE
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t;

--@test: a number key is found by = only
--@expected.error: INVALID_PULL_QUERY
--@expected.at: id > 3
--@expected.message: found by =, not by >
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id > 3;

--@test: a key inside a computation finds nothing
--@expected.error: INVALID_PULL_QUERY
--@expected.at: id + 1 = 3
--@expected.message: must stand alone
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id + 1 = 3;

--@test: a key compared with another column finds nothing
--@expected.error: INVALID_PULL_QUERY
--@expected.at: id = n
--@expected.message: the same for every row
CREATE STREAM s (id BIGINT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id = n;

--@test: a key is compared once
--@expected.error: INVALID_PULL_QUERY
--@expected.at: id IN (1, 2)
--@expected.message: more than once
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id = 1 AND id IN (1, 2);
