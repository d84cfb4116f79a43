--@test: a comparison with NULL is not true, and its opposite is
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a = b AS e, a <> b AS n, a < b AS l, NOT a = b AS ne, a BETWEEN 1 AND b AS w, a NOT BETWEEN 1 AND b AS nw FROM s;
INSERT INTO s VALUES (1, 1, 2);
INSERT INTO s VALUES (2, 1, NULL);
INSERT INTO s VALUES (3, NULL, NULL);
ASSERT VALUES o (id, e, n, l, ne, w, nw) VALUES (1, false, true, true, true, true, false);
ASSERT VALUES o (id, e, n, l, ne, w, nw) VALUES (2, false, false, false, true, false, true);
ASSERT VALUES o (id, e, n, l, ne, w, nw) VALUES (3, false, false, false, true, false, true);

--@test: AND and OR stop at what decides
CREATE STREAM s (id INT KEY, a BOOLEAN, b BOOLEAN) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a AND b AS an, a OR b AS o, NOT a AS n FROM s;
INSERT INTO s VALUES (1, true, false);
INSERT INTO s VALUES (2, false, NULL);
INSERT INTO s VALUES (3, true, NULL);
INSERT INTO s VALUES (4, NULL, true);
ASSERT VALUES o (id, an, o, n) VALUES (1, false, true, false);
ASSERT VALUES o (id, an, o, n) VALUES (2, false, NULL, true);
ASSERT VALUES o (id, an, o, n) VALUES (3, NULL, true, false);
ASSERT VALUES o (id, an, o, n) VALUES (4, NULL, NULL, NULL);

--@test: a condition is a truth value
--@expected.error: TYPE_MISMATCH
--@expected.at: a
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a;

--@test: NULL as a constant is not compared
--@expected.error: TYPE_MISMATCH
--@expected.at: a = NULL
--@expected.message: IS NULL
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a = NULL;

--@test: arrays have no order
--@expected.error: TYPE_MISMATCH
--@expected.at: a < b
CREATE STREAM s (id INT KEY, a ARRAY<INT>, b ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a < b;

--@test: truth values have no order
--@expected.error: TYPE_MISMATCH
--@expected.at: a > false
CREATE STREAM s (id INT KEY, a BOOLEAN) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a > false;

--@test: a text is not compared with a number
--@expected.error: TYPE_MISMATCH
--@expected.at: a > 1
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a > 1;

--@test: what has parts is equal if all its parts are
CREATE STREAM s (id INT KEY, a ARRAY<INT>, m MAP<VARCHAR, INT>, r STRUCT<x INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a = ARRAY[1, 2] AS a, m = MAP('k' := 1) AS m, r = STRUCT(x := 1) AS r, a IS DISTINCT FROM ARRAY[1, 2] AS d FROM s;
INSERT INTO s VALUES (1, ARRAY[1, 2], MAP('k' := 1), STRUCT(x := 1));
INSERT INTO s VALUES (2, ARRAY[1], MAP('k' := 2), STRUCT(x := 2));
ASSERT VALUES o (id, a, m, r, d) VALUES (1, true, true, true, false);
ASSERT VALUES o (id, a, m, r, d) VALUES (2, false, false, false, true);

--@test: numbers of any type are compared by their value
CREATE STREAM s (id INT KEY, i INT, l BIGINT, d DOUBLE, m DECIMAL(6, 2)) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, i = l AS a, i = d AS b, i = m AS c, d >= m AS d, m = 1.000 AS e FROM s;
INSERT INTO s VALUES (1, 1, 1, 1.0, 1.00);
INSERT INTO s VALUES (2, 1, 2, 1.5, 1.50);
ASSERT VALUES o (id, a, b, c, d, e) VALUES (1, true, true, true, true, true);
ASSERT VALUES o (id, a, b, c, d, e) VALUES (2, false, false, false, true, false);

--@test: bytes are compared byte by byte, signed
CREATE STREAM s (id INT KEY, b BYTES) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, b < TO_BYTES('0100', 'hex') AS l, b = TO_BYTES('01', 'hex') AS e FROM s;
INSERT INTO s VALUES (1, TO_BYTES('01', 'hex'));
INSERT INTO s VALUES (2, TO_BYTES('FF', 'hex'));
INSERT INTO s VALUES (3, TO_BYTES('02', 'hex'));
ASSERT VALUES o (id, l, e) VALUES (1, true, true);
ASSERT VALUES o (id, l, e) VALUES (2, true, false);
ASSERT VALUES o (id, l, e) VALUES (3, false, false);

--@test: a date is compared with a moment as its midnight
CREATE STREAM s (id INT KEY, d DATE, m TIMESTAMP, c TIME) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, d < m AS a, c = '01:02:03' AS b, m BETWEEN '2020' AND '2020-06' AS w FROM s;
INSERT INTO s VALUES (1, '2020-02-03', '2020-02-03T00:00:00.001', '01:02:03');
INSERT INTO s VALUES (2, '2020-02-03', '2019-02-03T00:00:00', '01:02:04');
ASSERT VALUES o (id, a, b, w) VALUES (1, true, true, true);
ASSERT VALUES o (id, a, b, w) VALUES (2, false, false, false);

--@test: ROWTIME is compared with a text as a moment
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a FROM s WHERE ROWTIME >= '2020-01-01' AND ROWTIME < '2020-01-01T00:00:00.001+0000';
CREATE STREAM p AS SELECT id, a FROM s WHERE ROWTIME BETWEEN '2020' AND '2020-01-01T00:00:01';
INSERT INTO s (ROWTIME, id, a) VALUES (1577836799999, 1, 1);
INSERT INTO s (ROWTIME, id, a) VALUES (1577836800000, 2, 2);
INSERT INTO s (ROWTIME, id, a) VALUES (1577836800001, 3, 3);
ASSERT VALUES o (id, a) VALUES (2, 2);
ASSERT VALUES p (id, a) VALUES (2, 2);
ASSERT VALUES p (id, a) VALUES (3, 3);

--@test: a text that is no moment is refused
--@expected.error: TYPE_MISMATCH
--@expected.at: ROWTIME >= 'yesterday'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a FROM s WHERE ROWTIME >= 'yesterday';
