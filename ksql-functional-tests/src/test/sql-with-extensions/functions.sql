--@test: overloads are chosen by exact types first, a NULL fitting any
CREATE STREAM s (id BIGINT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TEST_UDF(a, 'x') AS p, TEST_UDF(id, NULL) AS q, TEST_UDF(id, id, NULL) AS r, TEST_UDF(id, id, id) AS t FROM s;
INSERT INTO s VALUES (1, 2);
ASSERT VALUES o (id, p, q, r, t) VALUES (1, 'doStuffIntString', 'doStuffLongString', 'doStuffLongLongString', 'doStuffLongVarargs');

--@test: functions take and give structs, also of a type that they name themselves
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TOSTRUCT(a) AS st, TEST_UDF(TOSTRUCT(a)) AS p, TEST_UDF() AS q, TOSTRING(TOSTRUCT(a)) AS r FROM s;
ASSERT STREAM o (id INT KEY, st STRUCT<A VARCHAR>, p VARCHAR, q STRUCT<A VARCHAR>, r VARCHAR);
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, st, p, q, r) VALUES (1, STRUCT(A := 'x'), 'x', STRUCT(A := 'foo'), 'x');

--@test: functions give lists and maps
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TOLIST(a) AS l, TOMAP(a) AS m, MULTIPLY(id, 3) AS p FROM s;
INSERT INTO s VALUES (2, 'x');
ASSERT VALUES o (id, l, m, p) VALUES (2, ARRAY['x'], MAP('A' := 'x'), 6);

--@test: a failing function gives NULL, and the row goes on
CREATE STREAM s (id INT KEY, fails BOOLEAN, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, BAD_UDF(id) AS p, BAD_UDF(fails) AS q, BAD_UDF(t) AS r FROM s;
INSERT INTO s VALUES (1, true, 'x');
INSERT INTO s VALUES (2, false, 'y');
ASSERT VALUES o (id, p, q, r) VALUES (1, NULL, NULL, NULL);
ASSERT VALUES o (id, p, q, r) VALUES (2, NULL, 0, 'y');

--@test: CASE evaluates no more than it has to
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN WHENCONDITION(v > 1, true) THEN WHENRESULT(v, true) WHEN WHENCONDITION(true, v <= 1) THEN WHENRESULT(-1, v <= 1) ELSE WHENRESULT(0, false) END AS x FROM s;
INSERT INTO s VALUES (1, 5);
INSERT INTO s VALUES (2, 0);
ASSERT VALUES o (id, x) VALUES (1, 5);
ASSERT VALUES o (id, x) VALUES (2, -1);

--@test: a table function gives its arguments as rows
CREATE STREAM s (id INT KEY, b BIGINT, c DOUBLE, d BOOLEAN, e VARCHAR, f DECIMAL(6, 2), g STRUCT<A VARCHAR>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TEST_UDTF(id, b, c, d, e, f, g) AS x FROM s;
INSERT INTO s VALUES (1, 2, 3.5, true, 'foo', 4.25, STRUCT(A := 'bar'));
ASSERT VALUES o (id, x) VALUES (1, '1');
ASSERT VALUES o (id, x) VALUES (1, '2');
ASSERT VALUES o (id, x) VALUES (1, '3.5');
ASSERT VALUES o (id, x) VALUES (1, 'true');
ASSERT VALUES o (id, x) VALUES (1, 'foo');
ASSERT VALUES o (id, x) VALUES (1, '4.25');
ASSERT VALUES o (id, x) VALUES (1, 'Struct{A=bar}');

--@test: the type of a table function's rows is what it declares
CREATE STREAM s (id INT KEY, f DECIMAL(6, 2), g STRUCT<A VARCHAR>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TEST_UDTF(f) AS x, TEST_UDTF(g) AS y, TEST_UDTF(id) AS z FROM s;
ASSERT STREAM o (id INT KEY, x DECIMAL(30, 10), y STRUCT<A VARCHAR>, z INT);
INSERT INTO s VALUES (1, 4.25, STRUCT(A := 'bar'));
ASSERT VALUES o (id, x, y, z) VALUES (1, 4.2500000000, STRUCT(A := 'bar'), 1);

--@test: a table function that fails, or whose argument does, gives no rows
CREATE STREAM s (id INT KEY, fails BOOLEAN) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, THROWING_UDTF(fails) AS x, TEST_UDTF(BAD_UDF(fails)) AS y FROM s;
INSERT INTO s VALUES (1, false);
INSERT INTO s VALUES (2, true);
INSERT INTO s VALUES (3, false);
ASSERT VALUES o (id, x, y) VALUES (1, false, 0);
ASSERT VALUES o (id, x, y) VALUES (3, false, 0);

--@test: one failing table function leaves the rows of another
CREATE STREAM s (id INT KEY, fails BOOLEAN, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, THROWING_UDTF(fails) AS x, EXPLODE(a) AS y FROM s;
INSERT INTO s VALUES (1, true, ARRAY[7, 8]);
ASSERT VALUES o (id, x, y) VALUES (1, NULL, 7);
ASSERT VALUES o (id, x, y) VALUES (1, NULL, 8);

--@test: an aggregate of a user takes rows of a table back
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT g, TEST_UDAF(v) AS x FROM s GROUP BY g;
INSERT INTO s VALUES (1, 'a', 4);
INSERT INTO s VALUES (2, 'a', 5);
INSERT INTO s VALUES (1, 'b', 6);
ASSERT VALUES o (g, x) VALUES ('a', 4);
ASSERT VALUES o (g, x) VALUES ('a', 9);
ASSERT VALUES o (g, x) VALUES ('a', 5);
ASSERT VALUES o (g, x) VALUES ('b', 6);

--@test: an aggregate of a user that takes nothing back is refused on a table
--@expected.error: INVALID_AGGREGATION
--@expected.message: TEST_UDAF cannot take back
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v DOUBLE) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT g, TEST_UDAF(v) AS x FROM s GROUP BY g;

--@test: a function sees the settings that are meant for it
SET 'ksql.functions.test_udaf.init'='100';
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, TEST_UDAF(v) AS x FROM s GROUP BY id;
INSERT INTO s VALUES (1, 4);
ASSERT VALUES o (id, x) VALUES (1, 104);

--@test: aggregates take literals, structs and any number of columns
CREATE STREAM s (id INT KEY, v BIGINT, t VARCHAR, st STRUCT<A INT, B INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, TEST_UDAF(t, 'abc') AS p, TEST_UDAF(st) AS q, VAR_ARG(v, t, t, t) AS r, MID_VAR_ARG(v, t, t, 10, 20) AS m, MULTI_ARG(v, t, 5, 'xy') AS n, GENERIC_VAR_ARG(v, t, st) AS g, OBJ_COL_ARG(id, v, t, st) AS u FROM s GROUP BY id;
INSERT INTO s VALUES (1, 4, 'de', STRUCT(A := 1, B := 2));
INSERT INTO s VALUES (1, 5, 'f', STRUCT(A := 10, B := 20));
ASSERT VALUES o (id, p, q, r, m, n, g, u) VALUES (1, 5, STRUCT(A := 1, B := 2), 10, 38, 13, ARRAY[4], ARRAY[1]);
ASSERT VALUES o (id, p, q, r, m, n, g, u) VALUES (1, 6, STRUCT(A := 11, B := 22), 18, 45, 19, ARRAY[4, 5], ARRAY[1, 1]);

--@test: aggregates of four and five columns
CREATE STREAM s (id INT KEY, v BIGINT, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, FOUR_ARG(v, t, t, t, 5, 'x') AS p, FIVE_ARG(v, t, t, t, id, 5, 'x', 'y') AS q FROM s GROUP BY id;
INSERT INTO s VALUES (1, 4, 'de');
ASSERT VALUES o (id, p, q) VALUES (1, 16, 18);
