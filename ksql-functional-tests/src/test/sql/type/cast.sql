--@test: a truth value becomes text
CREATE STREAM s (id INT KEY, b BOOLEAN) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(b AS VARCHAR) AS t, CAST(b AS BOOLEAN) AS b FROM s;
INSERT INTO s VALUES (1, true);
INSERT INTO s VALUES (2, NULL);
ASSERT VALUES o (id, t, b) VALUES (1, 'true', true);
ASSERT VALUES o (id, t, b) VALUES (2, NULL, NULL);

--@test: a whole number becomes wider, or wraps
CREATE STREAM s (id INT KEY, i INT, l BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(i AS BIGINT) AS il, CAST(i AS DOUBLE) AS idb, CAST(i AS DECIMAL(5, 1)) AS im, CAST(i AS VARCHAR) AS it, CAST(l AS INT) AS li, CAST(l AS DECIMAL(12, 2)) AS lm, CAST(l AS DOUBLE) AS ld, CAST(l AS STRING) AS lt FROM s;
ASSERT STREAM o (id INT KEY, il BIGINT, idb DOUBLE, im DECIMAL(5, 1), it VARCHAR, li INT, lm DECIMAL(12, 2), ld DOUBLE, lt VARCHAR);
INSERT INTO s VALUES (1, 5, 4294967297);
ASSERT VALUES o (id, il, idb, im, it, li, lm, ld, lt) VALUES (1, 5, 5.0E0, 5.0, '5', 1, 4294967297.00, 4.294967297E9, '4294967297');

--@test: a number that has more digits than a decimal gives NULL
CREATE STREAM s (id INT KEY, i INT, d DOUBLE, m DECIMAL(6, 3), t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(i AS DECIMAL(2, 1)) AS im, CAST(d AS DECIMAL(3, 1)) AS dm, CAST(m AS DECIMAL(3, 1)) AS mm, CAST(t AS DECIMAL(3, 1)) AS tm FROM s;
INSERT INTO s VALUES (1, 9, 12.25, 12.25, '12.25');
INSERT INTO s VALUES (2, 10, 100.0, 99.95, '100');
ASSERT VALUES o (id, im, dm, mm, tm) VALUES (1, 9.0, 12.3, 12.3, 12.3);
ASSERT VALUES o (id, im, dm, mm, tm) VALUES (2, NULL, NULL, NULL, NULL);

--@test: a number with a fraction is cut to a whole one
CREATE STREAM s (id INT KEY, d DOUBLE, m DECIMAL(6, 3)) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(d AS INT) AS di, CAST(d AS BIGINT) AS dl, CAST(d AS VARCHAR) AS dt, CAST(m AS INT) AS mi, CAST(m AS BIGINT) AS ml, CAST(m AS DOUBLE) AS md, CAST(m AS VARCHAR) AS mt FROM s;
INSERT INTO s VALUES (1, -1.9, -1.9);
INSERT INTO s VALUES (2, 1.0E100, 0);
ASSERT VALUES o (id, di, dl, dt, mi, ml, md, mt) VALUES (1, -1, -1, '-1.9', -1, -1, -1.9E0, '-1.900');
ASSERT VALUES o (id, di, dl, dt, mi, ml, md, mt) VALUES (2, 2147483647, 9223372036854775807, '1.0E100', 0, 0, 0.0, '0.000');

--@test: text becomes a number if it is one
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(t AS INT) AS i, CAST(t AS BIGINT) AS l, CAST(t AS DOUBLE) AS d, CAST(t AS DECIMAL(4, 1)) AS m FROM s;
INSERT INTO s VALUES (1, ' 12 ');
INSERT INTO s VALUES (2, '1.25');
INSERT INTO s VALUES (3, 'x');
INSERT INTO s VALUES (4, 'NaN');
INSERT INTO s VALUES (5, NULL);
INSERT INTO s VALUES (6, '1e2');
INSERT INTO s VALUES (7, '2147483648');
INSERT INTO s VALUES (8, 'Infinity');
ASSERT VALUES o (id, i, l, d, m) VALUES (1, 12, 12, 12.0E0, 12.0);
ASSERT VALUES o (id, i, l, d, m) VALUES (2, NULL, NULL, 1.25E0, 1.3);
ASSERT VALUES o (id, i, l, d, m) VALUES (3, NULL, NULL, NULL, NULL);
ASSERT VALUES o (id, i, l, d, m) VALUES (4, NULL, NULL, NULL, NULL);
ASSERT VALUES o (id, i, l, d, m) VALUES (5, NULL, NULL, NULL, NULL);
ASSERT VALUES o (id, i, l, d, m) VALUES (6, NULL, NULL, 100.0E0, 100.0);
ASSERT VALUES o (id, i, l, d, m) VALUES (7, NULL, 2147483648, 2147483648.0, NULL);
ASSERT VALUES o (id, i, l, d, m) VALUES (8, NULL, NULL, NULL, NULL);

--@test: text becomes true by its beginning, else false
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(t AS BOOLEAN) AS b FROM s;
INSERT INTO s VALUES (1, ' TrU ');
INSERT INTO s VALUES (2, 'y');
INSERT INTO s VALUES (3, 'truely');
INSERT INTO s VALUES (4, '');
INSERT INTO s VALUES (5, 'no');
INSERT INTO s VALUES (6, NULL);
ASSERT VALUES o (id, b) VALUES (1, true);
ASSERT VALUES o (id, b) VALUES (2, true);
ASSERT VALUES o (id, b) VALUES (3, false);
ASSERT VALUES o (id, b) VALUES (4, false);
ASSERT VALUES o (id, b) VALUES (5, false);
ASSERT VALUES o (id, b) VALUES (6, NULL);

--@test: text becomes bytes by base64
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, FROM_BYTES(CAST(t AS BYTES), 'utf8') AS b FROM s;
INSERT INTO s VALUES (1, 'aGk=');
INSERT INTO s VALUES (2, '%');
ASSERT VALUES o (id, b) VALUES (1, 'hi');
ASSERT VALUES o (id, b) VALUES (2, NULL);

--@test: text becomes a time, a date or a moment, also a part of one
CREATE STREAM s (id INT KEY, c VARCHAR, d VARCHAR, m VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(CAST(c AS TIME) AS VARCHAR) AS c, CAST(CAST(d AS DATE) AS VARCHAR) AS d, CAST(CAST(m AS TIMESTAMP) AS VARCHAR) AS m FROM s;
INSERT INTO s VALUES (1, '01:34', '2020', '2020');
INSERT INTO s VALUES (2, '01:34:20', '2020-05', '2020-05');
INSERT INTO s VALUES (3, '01:34:20.123', '2020-05-06', '2020-05-26T23');
INSERT INTO s VALUES (4, '25:00', '2020-13', '2020-05T01');
INSERT INTO s VALUES (5, 'x', 'x', '2020-05-26T23:59:58.123+0200');
INSERT INTO s VALUES (6, NULL, NULL, '2020-05-26T23:59:58.1-07:00');
INSERT INTO s VALUES (7, NULL, NULL, '2020-05-26T23:59Z');
ASSERT VALUES o (id, c, d, m) VALUES (1, '01:34', '2020-01-01', '2020-01-01T00:00:00.000');
ASSERT VALUES o (id, c, d, m) VALUES (2, '01:34:20', '2020-05-01', '2020-05-01T00:00:00.000');
ASSERT VALUES o (id, c, d, m) VALUES (3, '01:34:20', '2020-05-06', '2020-05-26T23:00:00.000');
ASSERT VALUES o (id, c, d, m) VALUES (4, NULL, NULL, NULL);
ASSERT VALUES o (id, c, d, m) VALUES (5, NULL, NULL, '2020-05-26T21:59:58.123');
ASSERT VALUES o (id, c, d, m) VALUES (6, NULL, NULL, '2020-05-27T06:59:58.100');
ASSERT VALUES o (id, c, d, m) VALUES (7, NULL, NULL, '2020-05-26T23:59:00.000');

--@test: a moment has a date and a time of day, a date is a midnight
CREATE STREAM s (id INT KEY, m TIMESTAMP, d DATE) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(m AS DATE) AS d, CAST(m AS TIME) AS c, CAST(d AS TIMESTAMP) AS m FROM s;
INSERT INTO s VALUES (1, '2020-02-29T12:34:56.789', '2020-02-29');
INSERT INTO s VALUES (2, '1969-12-31T23:59:59.999', '1969-12-31');
ASSERT VALUES o (id, d, c, m) VALUES (1, '2020-02-29', '12:34:56.789', '2020-02-29T00:00:00');
ASSERT VALUES o (id, d, c, m) VALUES (2, '1969-12-31', '23:59:59.999', '1969-12-31T00:00:00');

--@test: arrays, maps and structs are cast part by part
CREATE STREAM s (id INT KEY, a ARRAY<INT>, m MAP<VARCHAR, INT>, r STRUCT<x INT, y VARCHAR>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(a AS ARRAY<VARCHAR>) AS a, CAST(m AS MAP<VARCHAR, DOUBLE>) AS m, CAST(r AS STRUCT<y VARCHAR, x BIGINT, z INT>) AS r FROM s;
INSERT INTO s VALUES (1, ARRAY[1, NULL], MAP('k' := 2), STRUCT(x := 3, y := 'w'));
INSERT INTO s VALUES (2, NULL, NULL, NULL);
ASSERT VALUES o (id, a, m, r) VALUES (1, ARRAY['1', NULL], MAP('k' := 2.0E0), STRUCT(y := 'w', x := 3, z := CAST(NULL AS INT)));
ASSERT VALUES o (id, a, m, r) VALUES (2, NULL, NULL, NULL);

--@test: what has parts becomes text
CREATE STREAM s (id INT KEY, a ARRAY<INT>, m MAP<VARCHAR, INT>, r STRUCT<f0 INT, `f1` INT, f2 INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(a AS VARCHAR) AS a, CAST(m AS VARCHAR) AS m, CAST(r AS VARCHAR) AS r FROM s;
INSERT INTO s VALUES (1, ARRAY[1, 3], MAP('this' := 1), STRUCT(f0 := 1, `f1` := 3, f2 := CAST(NULL AS INT)));
ASSERT VALUES o (id, a, m, r) VALUES (1, '[1, 3]', '{this=1}', 'Struct{F0=1,f1=3}');

--@test: a cast that fails is NULL, and what is around it goes on
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, IFNULL(CAST(t AS INT), 0) AS i, ARRAY[CAST(t AS INT), 1] AS a FROM s;
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, i, a) VALUES (1, 0, ARRAY[NULL, 1]);

--@test: NULL can be given a type
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(NULL AS BIGINT) AS l, CAST(NULL AS ARRAY<INT>) AS a FROM s;
ASSERT STREAM o (id INT KEY, l BIGINT, a ARRAY<INT>);
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, l, a) VALUES (1, NULL, NULL);

--@test: NULL alone has no type
--@expected.error: TYPE_MISMATCH
--@expected.at: NULL
--@expected.message: CAST
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, NULL AS n FROM s;

--@test: a truth value is no number
--@expected.error: TYPE_MISMATCH
--@expected.at: CAST(b AS INT)
CREATE STREAM s (id INT KEY, b BOOLEAN) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(b AS INT) AS i FROM s;

--@test: a number is no truth value
--@expected.error: TYPE_MISMATCH
--@expected.at: CAST(i AS BOOLEAN)
CREATE STREAM s (id INT KEY, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(i AS BOOLEAN) AS b FROM s;

--@test: bytes are no text
--@expected.error: TYPE_MISMATCH
--@expected.at: CAST(b AS VARCHAR)
CREATE STREAM s (id INT KEY, b BYTES) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(b AS VARCHAR) AS t FROM s;

--@test: text is no array
--@expected.error: TYPE_MISMATCH
--@expected.at: CAST(t AS ARRAY<INT>)
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(t AS ARRAY<INT>) AS a FROM s;

--@test: a time of day is no moment
--@expected.error: TYPE_MISMATCH
--@expected.at: CAST(c AS TIMESTAMP)
CREATE STREAM s (id INT KEY, c TIME) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(c AS TIMESTAMP) AS m FROM s;
