--@test: values are collected, the first and last by arrival, and the most by size
CREATE STREAM s (id INT KEY, a INT, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE c AS SELECT id, COLLECT_LIST(a) AS l, COLLECT_SET(a) AS u, COUNT_DISTINCT(t) AS d, HISTOGRAM(t) AS h, ATTR(t) AS one FROM s GROUP BY id;
CREATE TABLE e AS SELECT id, EARLIEST_BY_OFFSET(a) AS e, EARLIEST_BY_OFFSET(a, false) AS en, EARLIEST_BY_OFFSET(a, 2) AS e2, LATEST_BY_OFFSET(a) AS l, LATEST_BY_OFFSET(a, false) AS ln, LATEST_BY_OFFSET(a, 2) AS l2 FROM s GROUP BY id;
CREATE TABLE k AS SELECT id, TOPK(a, 2) AS k, TOPKDISTINCT(a, 2) AS d, TOPK(a, t, 1) AS r FROM s GROUP BY id;
INSERT INTO s VALUES (1, NULL, 'x');
INSERT INTO s VALUES (1, 5, 'x');
INSERT INTO s VALUES (1, 5, 'y');
INSERT INTO s VALUES (1, 3, NULL);
ASSERT VALUES c (id, l, u, d, h, one) VALUES (1, ARRAY[CAST(NULL AS INT)], ARRAY[CAST(NULL AS INT)], 1, MAP('x' := 1), 'x');
ASSERT VALUES c (id, l, u, d, h, one) VALUES (1, ARRAY[NULL, 5], ARRAY[NULL, 5], 1, MAP('x' := 2), 'x');
ASSERT VALUES c (id, l, u, d, h, one) VALUES (1, ARRAY[NULL, 5, 5], ARRAY[NULL, 5], 2, MAP('x' := 2, 'y' := 1), NULL);
ASSERT VALUES c (id, l, u, d, h, one) VALUES (1, ARRAY[NULL, 5, 5, 3], ARRAY[NULL, 5, 3], 2, MAP('x' := 2, 'y' := 1), NULL);
ASSERT VALUES e (id, e, en, l, ln) VALUES (1, NULL, NULL, NULL, NULL);
ASSERT VALUES e (id, e, en, e2, l, ln, l2) VALUES (1, 5, NULL, ARRAY[5], 5, 5, ARRAY[5]);
ASSERT VALUES e (id, e, en, e2, l, ln, l2) VALUES (1, 5, NULL, ARRAY[5, 5], 5, 5, ARRAY[5, 5]);
ASSERT VALUES e (id, e, en, e2, l, ln, l2) VALUES (1, 5, NULL, ARRAY[5, 5], 3, 3, ARRAY[5, 3]);
ASSERT VALUES k (id) VALUES (1);
ASSERT VALUES k (id, k, d) VALUES (1, ARRAY[5], ARRAY[5]);
ASSERT VALUES k (id, k, d) VALUES (1, ARRAY[5, 5], ARRAY[5]);
ASSERT VALUES k (id, k, d, r) VALUES (1, ARRAY[5, 5], ARRAY[5, 3], ARRAY[STRUCT(`sort_col` := 5, `col0` := 'x')]);

--@test: numbers are summed, averaged and spread, NULL left out
CREATE STREAM s (id INT KEY, a INT, l BIGINT, d DOUBLE, m DECIMAL(5, 2), r ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS c, COUNT(a) AS ca, SUM(a) AS sa, SUM(l) AS sl, SUM(d) AS sd, SUM(m) AS sm, SUM_LIST(r) AS sr, AVG(a) AS av, MIN(d) AS mi, MAX(m) AS ma, STDDEV_SAMP(a) AS v, STDDEV_SAMPLE(a) AS sp FROM s GROUP BY id;
CREATE TABLE c AS SELECT id, CORRELATION(a, l) AS c FROM s GROUP BY id;
ASSERT TABLE t (id INT PRIMARY KEY, c BIGINT, ca BIGINT, sa INT, sl BIGINT, sd DOUBLE, sm DECIMAL(5, 2), sr INT, av DOUBLE, mi DOUBLE, ma DECIMAL(5, 2), v DOUBLE, sp DOUBLE);
INSERT INTO s VALUES (1, NULL, NULL, NULL, NULL, NULL);
INSERT INTO s VALUES (1, 2, 4, 0.5, 1.25, ARRAY[1, NULL, 2]);
INSERT INTO s VALUES (1, 6, 8, 1.5, 2.25, ARRAY[4]);
ASSERT VALUES t (id, c, ca, sa, sl, sd, sm, sr, av, mi, ma, v, sp) VALUES (1, 1, 0, 0, 0, 0.0E0, 0, 0, 0.0E0, NULL, NULL, 0.0E0, 0.0E0);
ASSERT VALUES t (id, c, ca, sa, sl, sd, sm, sr, av, mi, ma, v, sp) VALUES (1, 2, 1, 2, 4, 0.5E0, 1.25, 3, 2.0E0, 0.5E0, 1.25, 0.0E0, 0.0E0);
ASSERT VALUES t (id, c, ca, sa, sl, sd, sm, sr, av, mi, ma, v, sp) VALUES (1, 3, 2, 8, 12, 2.0E0, 3.50, 7, 4.0E0, 0.5E0, 2.25, 8.0E0, 2.8284271247461903E0);
ASSERT VALUES c (id) VALUES (1);
ASSERT VALUES c (id) VALUES (1);
ASSERT VALUES c (id, c) VALUES (1, 1.0E0);

--@test: how many are collected can be limited
SET 'ksql.functions.collect_list.limit' = '1';
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE c AS SELECT id, COLLECT_LIST(a) AS l FROM s GROUP BY id;
INSERT INTO s VALUES (1, 1);
INSERT INTO s VALUES (1, 2);
ASSERT VALUES c (id, l) VALUES (1, ARRAY[1]);
ASSERT VALUES c (id, l) VALUES (1, ARRAY[1]);

--@test: how many are kept is a constant
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: TOPK
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE c AS SELECT id, TOPK(a, a) AS l FROM s GROUP BY id;

--@test: and at least one
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: EARLIEST_BY_OFFSET
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE c AS SELECT id, EARLIEST_BY_OFFSET(a, 0) AS l FROM s GROUP BY id;

--@test: an aggregate is not in another
--@expected.error: INVALID_AGGREGATION
--@expected.at: COUNT(a)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE c AS SELECT id, SUM(COUNT(a)) AS l FROM s GROUP BY id;
