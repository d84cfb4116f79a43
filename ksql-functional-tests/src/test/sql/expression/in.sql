--@test: NULL is in no list, and so not in any
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a IN (1, NULL, 2) AS i, a NOT IN (1, 2) AS n FROM s;
INSERT INTO s VALUES (1, 1);
INSERT INTO s VALUES (2, 3);
INSERT INTO s VALUES (3, NULL);
ASSERT VALUES o (id, i, n) VALUES (1, true, false);
ASSERT VALUES o (id, i, n) VALUES (2, false, true);
ASSERT VALUES o (id, i, n) VALUES (3, false, true);

--@test: a list may hold columns, and numbers of any type
CREATE STREAM s (id INT KEY, a INT, b BIGINT, d DOUBLE) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a IN (b, d, 5.5) AS i FROM s;
INSERT INTO s VALUES (1, 1, 1, 0);
INSERT INTO s VALUES (2, 2, 1, 2.0);
INSERT INTO s VALUES (3, 3, 1, 2.0);
ASSERT VALUES o (id, i) VALUES (1, true);
ASSERT VALUES o (id, i) VALUES (2, true);
ASSERT VALUES o (id, i) VALUES (3, false);

--@test: constant texts are read as what the list is of
CREATE STREAM s (id INT KEY, b BOOLEAN, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, b IN ('tr', 'Y') AS b, i IN ('1', 2, '3.5') AS i FROM s;
INSERT INTO s VALUES (1, true, 1);
INSERT INTO s VALUES (2, false, 4);
ASSERT VALUES o (id, b, i) VALUES (1, true, true);
ASSERT VALUES o (id, b, i) VALUES (2, false, false);

--@test: in a list of texts constants become texts
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, t IN ('a', 10, true, 1.50) AS i FROM s;
INSERT INTO s VALUES (1, 'a');
INSERT INTO s VALUES (2, '10');
INSERT INTO s VALUES (3, 'true');
INSERT INTO s VALUES (4, '1.50');
INSERT INTO s VALUES (5, '1.5');
ASSERT VALUES o (id, i) VALUES (1, true);
ASSERT VALUES o (id, i) VALUES (2, true);
ASSERT VALUES o (id, i) VALUES (3, true);
ASSERT VALUES o (id, i) VALUES (4, true);
ASSERT VALUES o (id, i) VALUES (5, false);

--@test: but columns of another type do not
--@expected.error: TYPE_MISMATCH
--@expected.at: t IN ('a', i)
CREATE STREAM s (id INT KEY, t VARCHAR, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE t IN ('a', i);

--@test: a text that is no number is not in a list of numbers
--@expected.error: TYPE_MISMATCH
--@expected.at: i IN (1, 'one')
CREATE STREAM s (id INT KEY, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE i IN (1, 'one');

--@test: a list of arrays is of the widest array
CREATE STREAM s (id INT KEY, a ARRAY<INT>, b ARRAY<BIGINT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a IN (ARRAY[1, 2], ARRAY['3', NULL], b, ARRAY[5, 123456789000]) AS i FROM s;
INSERT INTO s VALUES (1, ARRAY[1, 2], NULL);
INSERT INTO s VALUES (2, ARRAY[3, NULL], NULL);
INSERT INTO s VALUES (3, ARRAY[4], ARRAY[4]);
INSERT INTO s VALUES (4, ARRAY[5], ARRAY[4]);
INSERT INTO s VALUES (5, NULL, NULL);
ASSERT VALUES o (id, i) VALUES (1, true);
ASSERT VALUES o (id, i) VALUES (2, true);
ASSERT VALUES o (id, i) VALUES (3, true);
ASSERT VALUES o (id, i) VALUES (4, false);
ASSERT VALUES o (id, i) VALUES (5, false);

--@test: a list of maps is of the widest map
CREATE STREAM s (id INT KEY, m MAP<VARCHAR, INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, m IN (MAP('a' := 1), MAP('b' := 5, 'c' := 123456789000), MAP('c' := CAST(NULL AS BIGINT))) AS i FROM s;
INSERT INTO s VALUES (1, MAP('a' := 1));
INSERT INTO s VALUES (2, MAP('c' := CAST(NULL AS INT)));
INSERT INTO s VALUES (3, MAP('b' := 5));
ASSERT VALUES o (id, i) VALUES (1, true);
ASSERT VALUES o (id, i) VALUES (2, true);
ASSERT VALUES o (id, i) VALUES (3, false);

--@test: a list of structs has the fields of all
CREATE STREAM s (id INT KEY, r STRUCT<f0 INT>, q STRUCT<f0 BIGINT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, r IN (q) AS i, r IN (STRUCT(f0 := 1), STRUCT(f0 := 2, f1 := 'x')) AS j FROM s;
INSERT INTO s VALUES (1, STRUCT(f0 := 1), STRUCT(f0 := 1));
INSERT INTO s VALUES (2, STRUCT(f0 := 2), STRUCT(f0 := 3));
ASSERT VALUES o (id, i, j) VALUES (1, true, true);
ASSERT VALUES o (id, i, j) VALUES (2, false, false);
