--@test: a result is of the wider type
CREATE STREAM s (id INT KEY, i INT, l BIGINT, d DOUBLE, m DECIMAL(6, 2)) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, i + i AS ii, i * l AS il, i - d AS idb, l + m AS lm, i + m AS im, m - d AS md, m * m AS mm, m / m AS mq, m % i AS mr, -m AS mn FROM s;
ASSERT STREAM o (id INT KEY, ii INT, il BIGINT, idb DOUBLE, lm DECIMAL(22, 2), im DECIMAL(13, 2), md DOUBLE, mm DECIMAL(13, 4), mq DECIMAL(15, 9), mr DECIMAL(6, 2), mn DECIMAL(6, 2));
INSERT INTO s VALUES (1, 7, 3, 0.5, 2.50);
ASSERT VALUES o (id, ii, il, idb, lm, im, md, mm, mq, mr, mn) VALUES (1, 14, 21, 6.5E0, 5.50, 9.50, 2.0E0, 6.2500, 1.000000000, 2.50, -2.50);

--@test: whole numbers wrap, divide to whole numbers and not by zero
CREATE STREAM s (id INT KEY, l BIGINT, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, l + 1 AS a, i / 2 AS b, i % 2 AS c, l / 0 AS d FROM s;
INSERT INTO s VALUES (1, 9223372036854775807, -7);
ASSERT VALUES o (id, a, b, c, d) VALUES (1, -9223372036854775808, -3, -1, NULL);

--@test: doubles divide by zero
CREATE STREAM s (id INT KEY, d DOUBLE) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CAST(d / 0 AS VARCHAR) AS a, CAST((d - d) / 0 AS VARCHAR) AS b FROM s;
INSERT INTO s VALUES (1, 2.0);
ASSERT VALUES o (id, a, b) VALUES (1, 'Infinity', 'NaN');

--@test: with NULL there is no result
CREATE STREAM s (id INT KEY, i INT, d DOUBLE) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, i + 1 AS a, d * 2 AS b, -i AS c FROM s;
INSERT INTO s VALUES (1, NULL, NULL);
ASSERT VALUES o (id, a, b, c) VALUES (1, NULL, NULL, NULL);

--@test: texts are joined, and NULL is a text for + and nothing for ||
CREATE STREAM s (id INT KEY, t VARCHAR, u VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, t + u AS a, t || u AS b FROM s;
INSERT INTO s VALUES (1, 'x', 'y');
INSERT INTO s VALUES (2, 'x', NULL);
ASSERT VALUES o (id, a, b) VALUES (1, 'xy', 'xy');
ASSERT VALUES o (id, a, b) VALUES (2, 'xnull', 'x');

--@test: multiplication binds tighter than addition, and both are read from the left
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 1 + 2 * 3 AS a, 10 - 2 - 3 AS b, -2 * -a AS c, (1 + 2) * 3 AS d, 7 - -a AS e FROM s;
INSERT INTO s VALUES (1, 4);
ASSERT VALUES o (id, a, b, c, d, e) VALUES (1, 7, 5, 8, 9, 11);

--@test: a truth value is not added
--@expected.error: TYPE_MISMATCH
--@expected.at: b + 1.0
CREATE STREAM s (id INT KEY, b BOOLEAN) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, b + 1.0 AS a FROM s;

--@test: NULL as a constant is not added
--@expected.error: TYPE_MISMATCH
--@expected.at: 1 + NULL
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 1 + NULL AS a FROM s;

--@test: texts are not subtracted
--@expected.error: TYPE_MISMATCH
--@expected.at: t - t
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, t - t AS a FROM s;

--@test: no time zone is applied by an operator
--@expected.error: NOT_SUPPORTED
--@expected.at: AT TIME ZONE 'UTC'
CREATE STREAM s (id INT KEY, m TIMESTAMP) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, m AT TIME ZONE 'UTC' AS a FROM s;
