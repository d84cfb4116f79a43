--@test: a grouped expression and what stands beside it are numbered as in SELECT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT a % 2, COUNT(*) FROM s GROUP BY a % 2;
ASSERT TABLE t (KSQL_COL_0 INT PRIMARY KEY, KSQL_COL_1 BIGINT);
INSERT INTO s VALUES (1, 3);
INSERT INTO s VALUES (2, 5);
ASSERT VALUES t (KSQL_COL_0, KSQL_COL_1) VALUES (1, 1);
ASSERT VALUES t (KSQL_COL_0, KSQL_COL_1) VALUES (1, 2);

--@test: a grouped expression takes its alias
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT COUNT(*) AS n, a + 1 AS k FROM s GROUP BY a + 1;
ASSERT TABLE t (k INT PRIMARY KEY, n BIGINT);
INSERT INTO s VALUES (1, 3);
ASSERT VALUES t (k, n) VALUES (4, 1);

--@test: a field of a struct groups by its own name
CREATE STREAM s (id INT KEY, a STRUCT<x INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT a->x, COUNT(*) AS n FROM s GROUP BY a->x;
ASSERT TABLE t (x INT PRIMARY KEY, n BIGINT);
INSERT INTO s VALUES (1, STRUCT(x := 9));
INSERT INTO s VALUES (2, NULL);
ASSERT VALUES t (x, n) VALUES (9, 1);

--@test: several groups make a key of several columns, and a NULL in one leaves the row out
CREATE STREAM s (id INT KEY, a INT, b VARCHAR) WITH (kafka_topic='s', format='JSON');
CREATE TABLE t AS SELECT a, b, COUNT(*) AS n FROM s GROUP BY a, b;
ASSERT TABLE t (a INT PRIMARY KEY, b VARCHAR PRIMARY KEY, n BIGINT);
INSERT INTO s VALUES (1, 3, 'x');
INSERT INTO s VALUES (2, 3, NULL);
INSERT INTO s VALUES (3, 3, 'x');
ASSERT VALUES t (a, b, n) VALUES (3, 'x', 1);
ASSERT VALUES t (a, b, n) VALUES (3, 'x', 2);

--@test: a stored aggregate needs GROUP BY
--@expected.error: INVALID_AGGREGATION
--@expected.at: SELECT COUNT(*) AS n FROM s
--@expected.message: GROUP BY
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT COUNT(*) AS n FROM s;

--@test: GROUP BY needs an aggregate
--@expected.error: INVALID_AGGREGATION
--@expected.at: a
--@expected.message: COUNT(*)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT a FROM s GROUP BY a;

--@test: nothing is grouped by twice
--@expected.error: INVALID_AGGREGATION
--@expected.at: a
--@expected.message: twice
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT a, COUNT(*) AS n FROM s GROUP BY a, a;

--@test: HAVING without GROUP BY is refused
--@expected.error: INVALID_AGGREGATION
--@expected.at: a > 1
--@expected.message: GROUP BY
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM t AS SELECT id, a FROM s HAVING a > 1;

--@test: WINDOW without GROUP BY is refused
--@expected.error: INVALID_AGGREGATION
--@expected.at: TUMBLING (SIZE 1 SECOND)
--@expected.message: GROUP BY
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM t AS SELECT id, a FROM s WINDOW TUMBLING (SIZE 1 SECOND);

--@test: a column that is not grouped by is refused in HAVING
--@expected.error: INVALID_AGGREGATION
--@expected.at: a
--@expected.message: A has many values
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id HAVING a > 1;

--@test: HAVING may use an aggregate that SELECT does not
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id HAVING SUM(a) > 5 AND id < 10;
INSERT INTO s VALUES (1, 4);
INSERT INTO s VALUES (1, 4);
INSERT INTO s VALUES (11, 40);
ASSERT VALUES t (id, n) VALUES (1, 2);

--@test: aggregates do not nest
--@expected.error: INVALID_AGGREGATION
--@expected.at: COUNT(*)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(COUNT(*)) AS n FROM s GROUP BY id;

--@test: an aggregate is no group
--@expected.error: INVALID_AGGREGATION
--@expected.at: COUNT(*)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT COUNT(*) AS n FROM s GROUP BY COUNT(*);

--@test: a windowed result is final only once its window has closed
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, a) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, a) VALUES (10, 1, 2);
INSERT INTO s (ROWTIME, id, a) VALUES (2000, 1, 4);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (0, 1, 3);

--@test: EMIT FINAL needs windows
--@expected.error: INVALID_WINDOW
--@expected.at: EMIT FINAL
--@expected.message: windows
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id EMIT FINAL;

--@test: EMIT FINAL needs an aggregation
--@expected.error: INVALID_WINDOW
--@expected.at: EMIT FINAL
--@expected.message: aggregation
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM t AS SELECT id, a FROM s EMIT FINAL;

--@test: a session grows with what comes within its gap, and takes its old result back
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW SESSION (1 SECOND) GROUP BY id;
INSERT INTO s (ROWTIME, id, a) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, a) VALUES (500, 1, 2);
INSERT INTO s (ROWTIME, id, a) VALUES (5000, 1, 4);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (0, 1, 1);
ASSERT NULL VALUES t (id) KEY (1);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (0, 1, 3);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (5000, 1, 4);

--@test: hopping windows overlap
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW HOPPING (SIZE 2 SECONDS, ADVANCE BY 1 SECOND) GROUP BY id;
INSERT INTO s (ROWTIME, id, a) VALUES (1500, 1, 1);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (0, 1, 1);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (1000, 1, 1);

--@test: a hopping window cannot leave gaps
--@expected.error: INVALID_WINDOW
--@expected.at: HOPPING (SIZE 1 SECOND, ADVANCE BY 2 SECONDS)
--@expected.message: at most by its size
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW HOPPING (SIZE 1 SECOND, ADVANCE BY 2 SECONDS) GROUP BY id;

--@test: a window of no length is refused
--@expected.error: INVALID_WINDOW
--@expected.at: TUMBLING (SIZE 0 SECONDS)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW TUMBLING (SIZE 0 SECONDS) GROUP BY id;

--@test: a group that SELECT leaves out is named as it is written
--@expected.error: INVALID_KEY
--@expected.at: COUNT(*) AS n
--@expected.message: Add A + 1 to SELECT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT COUNT(*) AS n FROM s GROUP BY a + 1;

--@test: without GRACE a final result is given when its window ends
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id EMIT FINAL;
INSERT INTO s (id, a, ROWTIME) VALUES (1, 1, 0);
INSERT INTO s (id, a, ROWTIME) VALUES (1, 1, 1000);
ASSERT VALUES t (id, n, WINDOWSTART) VALUES (1, 1, 0);

--@test: final results of a window are not lost when the next row comes days later
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, a) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, a) VALUES (500000000, 1, 4);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (0, 1, 1);

--@test: a final result of a session comes once its gap has passed
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(a) AS n FROM s WINDOW SESSION (1 SECOND, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, a) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, a) VALUES (900, 1, 2);
INSERT INTO s (ROWTIME, id, a) VALUES (9000, 1, 4);
ASSERT VALUES t (WINDOWSTART, id, n) VALUES (0, 1, 3);
