--@test: a row is found by its key, through HAVING and the projection of the query that keeps it
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n, SUM(v) * 10 AS ten FROM s GROUP BY id HAVING COUNT(*) > 1;
INSERT INTO s VALUES (1, 5);
INSERT INTO s VALUES (2, 7);
INSERT INTO s VALUES (2, 8);
SELECT * FROM t WHERE id = 2;
ASSERT VALUES result (id, n, ten) VALUES (2, 2, 150);
SELECT * FROM t WHERE id = 1;
SELECT * FROM t WHERE id = 3;
SELECT ten + 1 AS more, id FROM t WHERE id = 1 + 1;
ASSERT VALUES result (more, id) VALUES (151, 2);

--@test: ROWTIME is the time of the row that is kept
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
INSERT INTO s (id, v, ROWTIME) VALUES (1, 5, 1000);
INSERT INTO s (id, v, ROWTIME) VALUES (1, 5, 3000);
INSERT INTO s (id, v, ROWTIME) VALUES (1, 5, 2000);
SELECT id, ROWTIME AS at_ FROM t WHERE id = 1;
ASSERT VALUES result (id, at_) VALUES (1, 3000);

--@test: IN and OR look up each key once, in the order in which they are written
CREATE STREAM s (id VARCHAR KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS sum FROM s GROUP BY id;
INSERT INTO s VALUES ('a', 1);
INSERT INTO s VALUES ('b', 2);
INSERT INTO s VALUES ('c', 3);
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id IN ('c', 'a', 'x', 'c') OR id = 'a' AND sum > 0;
ASSERT VALUES result (id, sum) VALUES ('c', 3);
ASSERT VALUES result (id, sum) VALUES ('a', 1);
SELECT * FROM t WHERE NOT (id <> 'b' OR sum > 9);
ASSERT VALUES result (id, sum) VALUES ('b', 2);

--@test: several key columns are all needed for a lookup
CREATE STREAM s (a INT, b VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t WITH (key_format='JSON') AS SELECT a, b, COUNT(*) AS n FROM s GROUP BY a, b;
INSERT INTO s VALUES (1, 'x');
INSERT INTO s VALUES (1, 'y');
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE b = 'y' AND a = 1;
ASSERT VALUES result (a, b, n) VALUES (1, 'y', 1);

--@test: one of several key columns does not find a row
--@expected.error: INVALID_PULL_QUERY
--@expected.at: b = 'y'
--@expected.message: A = ... AND B = ...
CREATE STREAM s (a INT, b VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t WITH (key_format='JSON') AS SELECT a, b, COUNT(*) AS n FROM s GROUP BY a, b;
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE b = 'y';

--@test: a number key equals numbers of other types and zero of either sign
CREATE STREAM s (id DOUBLE KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
INSERT INTO s VALUES (-0.0e0, 1);
INSERT INTO s VALUES (2.0e0, 1);
SET 'ksql.query.pull.table.scan.enabled'='false';
SELECT * FROM t WHERE id = 2;
ASSERT VALUES result (n) VALUES (1);
SELECT * FROM t WHERE id = 0;
ASSERT VALUES result (n) VALUES (1);

--@test: a key of another type is refused where it stands
--@expected.error: TYPE_MISMATCH
--@expected.at: id IN ('10', 8)
--@expected.message: A key of type INTEGER
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SELECT * FROM t WHERE id IN ('10', 8);

--@test: LIMIT ends a lookup
CREATE STREAM s (id VARCHAR KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS sum FROM s GROUP BY id;
INSERT INTO s VALUES ('a', 1);
INSERT INTO s VALUES ('b', 2);
SELECT * FROM t LIMIT 1;
ASSERT VALUES result (id, sum) VALUES ('a', 1);
SELECT * FROM t LIMIT 0;

--@test: a LIMIT can be forbidden
--@expected.error: INVALID_PULL_QUERY
--@expected.at: LIMIT 1
CREATE STREAM s (id VARCHAR KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS sum FROM s GROUP BY id;
SET 'ksql.query.pull.limit.clause.enabled'='false';
SELECT * FROM t LIMIT 1;
