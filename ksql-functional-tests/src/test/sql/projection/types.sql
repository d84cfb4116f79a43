--@test: the fields of a struct become columns
CREATE STREAM s (id INT KEY, a STRUCT<x INT, y VARCHAR>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a->* FROM s;
ASSERT STREAM o (id INT KEY, x INT, y VARCHAR);
INSERT INTO s VALUES (1, STRUCT(x := 2, y := 'z'));
INSERT INTO s VALUES (2, NULL);
ASSERT VALUES o (id, x, y) VALUES (1, 2, 'z');
ASSERT VALUES o (id, x, y) VALUES (2, NULL, NULL);

--@test: only a struct has fields
--@expected.error: TYPE_MISMATCH
--@expected.at: a->*
--@expected.message: STRUCT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a->* FROM s;

--@test: a field beside a column of its name is numbered
CREATE STREAM s (id INT KEY, x INT, a STRUCT<x INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, x, a->x FROM s;
ASSERT STREAM o (id INT KEY, x INT, x_1 INT);
INSERT INTO s VALUES (1, 2, STRUCT(x := 3));
ASSERT VALUES o (id, x, x_1) VALUES (1, 2, 3);

--@test: two columns of one name are refused
--@expected.error: COLUMN_DUPLICATE
--@expected.at: b AS a
--@expected.message: AS
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a, b AS a FROM s;

--@test: a key column is in the result once
--@expected.error: INVALID_KEY
--@expected.at: id AS again
--@expected.message: AS_VALUE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, id AS again, a FROM s;

--@test: a result of only its key is refused
--@expected.error: INVALID_PROJECTION
--@expected.at: id
--@expected.message: AS_VALUE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id FROM s;

--@test: a pseudo column is not stored under its own name
--@expected.error: COLUMN_RESERVED
--@expected.at: ROWTIME
--@expected.message: AS ROWTIME_
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a, ROWTIME FROM s;

--@test: no column is called like a pseudo column
--@expected.error: COLUMN_RESERVED
--@expected.at: ROWOFFSET
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a AS ROWOFFSET FROM s;

--@test: CASE without ELSE gives NULL, and with an operand compares
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE a WHEN 1 THEN 'one' WHEN 2 THEN NULL END AS c, CASE WHEN a IS NULL THEN NULL ELSE a END AS d FROM s;
INSERT INTO s VALUES (1, 1);
INSERT INTO s VALUES (2, 2);
INSERT INTO s VALUES (3, NULL);
ASSERT VALUES o (id, c, d) VALUES (1, 'one', 1);
ASSERT VALUES o (id, c, d) VALUES (2, NULL, 2);
ASSERT VALUES o (id, c, d) VALUES (3, NULL, NULL);

--@test: the results of CASE are of one type
--@expected.error: TYPE_MISMATCH
--@expected.at: 1
--@expected.message: CAST(... AS STRING)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a > 1 THEN 'x' ELSE 1 END AS c FROM s;

--@test: a CASE of NULLs alone has no type
--@expected.error: TYPE_MISMATCH
--@expected.at: CASE WHEN a > 1 THEN NULL END
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a > 1 THEN NULL END AS c FROM s;

--@test: decimals keep their digits, and whole numbers widen
CREATE STREAM s (id INT KEY, a INT, b BIGINT, d DECIMAL(5, 2), e DECIMAL(4, 3)) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a + b AS ab, d + e AS de, d * e AS m, d > e AS g, a / 2.0 AS h FROM s;
ASSERT STREAM o (id INT KEY, ab BIGINT, de DECIMAL(7, 3), m DECIMAL(10, 5), g BOOLEAN, h DECIMAL(17, 6));
INSERT INTO s VALUES (1, 2147483647, 1, 999.99, 9.999);
ASSERT VALUES o (id, ab, de, m, g) VALUES (1, 2147483648, 1009.989, 9998.90001, true);

--@test: a whole number runs over as in Java, and a division by zero is NULL
CREATE STREAM s (id INT KEY, a INT, d DECIMAL(4, 2)) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a + 1 AS b, a % 0 AS m, d / 0 AS n, -a AS x FROM s;
INSERT INTO s VALUES (1, 2147483647, 1.5);
ASSERT VALUES o (id, b, m, n, x) VALUES (1, -2147483648, NULL, NULL, -2147483647);

--@test: IS DISTINCT FROM takes NULL for a value
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a IS DISTINCT FROM b AS d, a IS NOT DISTINCT FROM NULL AS n, a IS NULL AS u FROM s;
INSERT INTO s VALUES (1, 1, NULL);
INSERT INTO s VALUES (2, NULL, NULL);
ASSERT VALUES o (id, d, n, u) VALUES (1, true, false, false);
ASSERT VALUES o (id, d, n, u) VALUES (2, false, true, true);

--@test: an array is read from its first or its last element, and NULL beyond
CREATE STREAM s (id INT KEY, a ARRAY<INT>, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a[1] AS first, a[-1] AS last, a[i] AS some FROM s;
INSERT INTO s VALUES (1, ARRAY[4, 5, 6], 2);
INSERT INTO s VALUES (2, ARRAY[4], 9);
INSERT INTO s VALUES (3, ARRAY[4], 0);
INSERT INTO s VALUES (4, NULL, NULL);
ASSERT VALUES o (id, first, last, some) VALUES (1, 4, 6, 5);
ASSERT VALUES o (id, first, last, some) VALUES (2, 4, 4, NULL);
ASSERT VALUES o (id, first, last, some) VALUES (3, 4, 4, NULL);
ASSERT VALUES o (id, first, last, some) VALUES (4, NULL, NULL, NULL);

--@test: lambdas see their arguments and the row
CREATE STREAM s (id INT KEY, a ARRAY<INT>, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TRANSFORM(a, x => x + i) AS t, FILTER(a, x => x > i) AS f, REDUCE(a, 0, (sum, x) => sum + x) AS r FROM s;
INSERT INTO s VALUES (1, ARRAY[1, 2, 3], 2);
ASSERT VALUES o (id, t, f, r) VALUES (1, ARRAY[3, 4, 5], ARRAY[3], 6);

--@test: names in back-ticks keep their letters
CREATE STREAM `s-1` (`Id` INT KEY, `größe` INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT `Id`, `größe` + 1 AS `a b`, `größe` FROM `s-1`;
ASSERT STREAM o (`Id` INT KEY, `a b` INT, `größe` INT);
INSERT INTO `s-1` VALUES (1, 2);
ASSERT VALUES o (`Id`, `a b`, `größe`) VALUES (1, 3, 2);

--@test: texts are compared with times, and literals of a list are read as its first
CREATE STREAM s (id INT KEY, ts TIMESTAMP, d DATE, n BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, n FROM s WHERE ts >= '2020-01-01T00:00:00' AND d = '2020-02-03' AND n IN (1, '2', 3);
INSERT INTO s VALUES (1, '2020-01-01T00:00:00', '2020-02-03', 2);
INSERT INTO s VALUES (2, '2019-12-31T23:59:59', '2020-02-03', 2);
INSERT INTO s VALUES (3, '2020-01-01T00:00:00', '2020-02-04', 2);
INSERT INTO s VALUES (4, '2020-01-01T00:00:00', '2020-02-03', 4);
INSERT INTO s VALUES (5, '2020-01-01T00:00:00', '2020-02-03', 3);
ASSERT VALUES o (id, n) VALUES (1, 2);
ASSERT VALUES o (id, n) VALUES (5, 3);
