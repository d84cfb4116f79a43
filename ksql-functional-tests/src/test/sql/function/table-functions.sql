--@test: EXPLODE gives a row for each element, and none for an empty or missing list
CREATE STREAM s (id INT KEY, items ARRAY<INT>, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, v, EXPLODE(items) AS item FROM s;
ASSERT STREAM o (id INT KEY, v INT, item INT);
INSERT INTO s VALUES (1, ARRAY[10, NULL, 30], 7);
INSERT INTO s VALUES (2, NULL, 8);
INSERT INTO s (id, items, v) VALUES (3, ARRAY[40], 9);
ASSERT VALUES o (id, v, item) VALUES (1, 7, 10);
ASSERT VALUES o (id, v, item) VALUES (1, 7, NULL);
ASSERT VALUES o (id, v, item) VALUES (1, 7, 30);
ASSERT VALUES o (id, v, item) VALUES (3, 9, 40);

--@test: several table functions go side by side, the shorter filled up with NULL
CREATE STREAM s (id INT KEY, a ARRAY<INT>, b ARRAY<VARCHAR>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, EXPLODE(a) AS x, EXPLODE(b) AS y, EXPLODE(a) * 2 AS z FROM s;
INSERT INTO s VALUES (1, ARRAY[1, 2], ARRAY['p']);
INSERT INTO s VALUES (2, NULL, ARRAY['q', 'r']);
ASSERT VALUES o (id, x, y, z) VALUES (1, 1, 'p', 2);
ASSERT VALUES o (id, x, y, z) VALUES (1, 2, NULL, 4);
ASSERT VALUES o (id, x, y, z) VALUES (2, NULL, 'q', NULL);
ASSERT VALUES o (id, x, y, z) VALUES (2, NULL, 'r', NULL);

--@test: a table function stands within expressions, and takes them
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ABS(EXPLODE(ARRAY_SORT(a))) + 1 AS x FROM s;
INSERT INTO s VALUES (1, ARRAY[2, -3]);
ASSERT VALUES o (id, x) VALUES (1, 4);
ASSERT VALUES o (id, x) VALUES (1, 3);

--@test: EXPLODE of GENERATE_SERIES counts
CREATE STREAM s (id INT KEY, n INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, EXPLODE(GENERATE_SERIES(1, n)) AS i FROM s;
INSERT INTO s VALUES (1, 3);
ASSERT VALUES o (id, i) VALUES (1, 1);
ASSERT VALUES o (id, i) VALUES (1, 2);
ASSERT VALUES o (id, i) VALUES (1, 3);

--@test: CUBE_EXPLODE gives every subset
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CUBE_EXPLODE(ARRAY[a, b]) AS c FROM s;
INSERT INTO s VALUES (1, 10, 20);
INSERT INTO s VALUES (2, 10, NULL);
ASSERT VALUES o (id, c) VALUES (1, ARRAY[CAST(NULL AS INT), CAST(NULL AS INT)]);
ASSERT VALUES o (id, c) VALUES (1, ARRAY[NULL, 20]);
ASSERT VALUES o (id, c) VALUES (1, ARRAY[10, NULL]);
ASSERT VALUES o (id, c) VALUES (1, ARRAY[10, 20]);
ASSERT VALUES o (id, c) VALUES (2, ARRAY[CAST(NULL AS INT), CAST(NULL AS INT)]);
ASSERT VALUES o (id, c) VALUES (2, ARRAY[10, NULL]);

--@test: columns without a name are numbered along the SELECT list
CREATE STREAM s (id INT KEY, a ARRAY<INT>, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, v + 1, EXPLODE(a), v + 2 FROM s;
ASSERT STREAM o (id INT KEY, KSQL_COL_0 INT, KSQL_COL_1 INT, KSQL_COL_2 INT);

--@test: a star and a table function stand side by side
CREATE STREAM s (id INT KEY, a ARRAY<INT>, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT *, EXPLODE(a) AS x FROM s;
INSERT INTO s VALUES (1, ARRAY[5], 6);
ASSERT VALUES o (id, a, v, x) VALUES (1, ARRAY[5], 6, 5);

--@test: WHERE comes before a table function, PARTITION BY goes together with it
CREATE STREAM s (id INT KEY, a ARRAY<INT>, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT v, id, EXPLODE(a) AS x FROM s WHERE v > 1 PARTITION BY v;
ASSERT STREAM o (v INT KEY, id INT, x INT);
INSERT INTO s VALUES (1, ARRAY[5, 6], 1);
INSERT INTO s VALUES (2, ARRAY[7, 8], 9);
ASSERT VALUES o (v, id, x) VALUES (9, 2, 7);
ASSERT VALUES o (v, id, x) VALUES (9, 2, 8);

--@test: rows of a join are exploded
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, a ARRAY<INT>) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT s.id AS id, v, EXPLODE(a) AS x FROM s JOIN t ON s.id = t.id;
INSERT INTO t VALUES (1, ARRAY[5, 6]);
INSERT INTO s VALUES (1, 4);
ASSERT VALUES o (id, v, x) VALUES (1, 4, 5);
ASSERT VALUES o (id, v, x) VALUES (1, 4, 6);

--@test: exploded rows are stored and then aggregated
CREATE STREAM s (id INT KEY, words VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM words AS SELECT id, EXPLODE(SPLIT(words, ' ')) AS word FROM s;
CREATE TABLE counts AS SELECT word, COUNT(*) AS n FROM words GROUP BY word;
INSERT INTO s VALUES (1, 'a b a');
ASSERT VALUES counts (word, n) VALUES ('a', 1);
ASSERT VALUES counts (word, n) VALUES ('b', 1);
ASSERT VALUES counts (word, n) VALUES ('a', 2);

--@test: a table function on a table is refused
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: cannot be used on a table
CREATE TABLE s (id INT PRIMARY KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, EXPLODE(a) AS x FROM s;

--@test: table functions do not go with aggregates
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: together with aggregates
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, COUNT(*), EXPLODE(a) AS x FROM s GROUP BY id;

--@test: table functions do not go with aggregates of all rows
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: together with aggregates
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT COUNT(*), EXPLODE(a) AS x FROM s;

--@test: an aggregate takes no table function
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: together with aggregates
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, SUM(EXPLODE(a)) AS x FROM s GROUP BY id;

--@test: table functions do not nest, at any depth
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: within the arguments
CREATE STREAM s (id INT KEY, a ARRAY<ARRAY<INT>>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, EXPLODE(ARRAY_SORT(EXPLODE(a))) AS x FROM s;

--@test: CASE takes no table function
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: CASE
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN id > 1 THEN EXPLODE(a) ELSE 0 END AS x FROM s;

--@test: a lambda takes no table function
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: lambda
CREATE STREAM s (id INT KEY, a ARRAY<ARRAY<INT>>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TRANSFORM(a, x => EXPLODE(x)) AS x FROM s;

--@test: WHERE takes no table function
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: only stand in SELECT
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a FROM s WHERE EXPLODE(a) > 1;

--@test: GROUP BY takes no table function
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: only stand in SELECT
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT COUNT(*) AS n FROM s GROUP BY EXPLODE(a);

--@test: PARTITION BY takes no table function
--@expected.error: INVALID_TABLE_FUNCTION
--@expected.at: EXPLODE
--@expected.message: only stand in SELECT
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, EXPLODE(a) AS x FROM s PARTITION BY EXPLODE(a);

--@test: a table function with the wrong arguments says what it takes
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: EXPLODE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, EXPLODE(a) AS x FROM s;
