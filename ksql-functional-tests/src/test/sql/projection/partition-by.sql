--@test: PARTITION BY NULL takes the key away
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY NULL;
ASSERT STREAM o (a INT, id INT) WITH (key_format='NONE');
INSERT INTO s VALUES (7, 1);
ASSERT VALUES o (a, id) VALUES (1, 7);

--@test: NULL stands alone in PARTITION BY
--@expected.error: INVALID_KEY
--@expected.at: NULL
--@expected.message: stand alone
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY a, NULL;

--@test: an expression becomes the key, named as it is in SELECT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT a + 1 AS k, id, a FROM s PARTITION BY a + 1;
ASSERT STREAM o (k INT KEY, id INT, a INT);
INSERT INTO s VALUES (7, 1);
INSERT INTO s VALUES (8, NULL);
ASSERT VALUES o (k, id, a) VALUES (2, 7, 1);
ASSERT VALUES o (k, id, a) VALUES (NULL, 8, NULL);

--@test: an unnamed expression becomes a key by the name that it has in SELECT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT a + 1, id FROM s PARTITION BY a + 1;
ASSERT STREAM o (KSQL_COL_0 INT KEY, id INT);
INSERT INTO s VALUES (7, 1);
ASSERT VALUES o (KSQL_COL_0, id) VALUES (2, 7);

--@test: several columns make one key
CREATE STREAM s (id INT KEY, a INT, b VARCHAR) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY b, a;
ASSERT STREAM o (b VARCHAR KEY, a INT KEY, id INT);
INSERT INTO s VALUES (7, 1, 'x');
INSERT INTO s VALUES (8, NULL, 'y');
ASSERT VALUES o (b, a, id) VALUES ('x', 1, 7);
ASSERT VALUES o (b, a, id) VALUES ('y', NULL, 8);

--@test: a column is partitioned by once
--@expected.error: INVALID_KEY
--@expected.at: a
--@expected.message: twice
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY a, a;

--@test: a table keeps its key
--@expected.error: INVALID_KEY
--@expected.at: a
--@expected.message: table
CREATE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE o AS SELECT * FROM t PARTITION BY a;

--@test: a field of a struct becomes the key by its own name
CREATE STREAM s (id INT KEY, a STRUCT<x INT, y INT>) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT a->x, id FROM s PARTITION BY a->x;
ASSERT STREAM o (x INT KEY, id INT);
INSERT INTO s VALUES (7, STRUCT(x := 5, y := 6));
ASSERT VALUES o (x, id) VALUES (5, 7);

--@test: rows without a value keep their key under a filterless projection
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id AS k, a FROM s;
INSERT INTO s (id) VALUES (3);
ASSERT VALUES o (k, a) VALUES (3, NULL);

--@test: a star stands for the computed key too
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY a + id;
ASSERT STREAM o (KSQL_COL_0 INT KEY, a INT, id INT);
INSERT INTO s VALUES (7, 1);
ASSERT VALUES o (KSQL_COL_0, a, id) VALUES (8, 1, 7);

--@test: a key of several columns is there even where all of them are NULL
CREATE STREAM s (id INT KEY, a INT, b INT, c INT) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY a, b;
CREATE STREAM p AS SELECT a, AS_VALUE(a) AS x, AS_VALUE(b) IS NULL AS none, b, c FROM o;
INSERT INTO s VALUES (7, NULL, NULL, 3);
ASSERT VALUES p (a, b, x, none, c) VALUES (NULL, NULL, NULL, true, 3);

--@test: the format of a key lasts where there is no key to begin with
CREATE STREAM s (a INT, b INT, c INT) WITH (kafka_topic='s', format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY a, b;
ASSERT STREAM o (a INT KEY, b INT KEY, c INT) WITH (key_format='JSON');
INSERT INTO s VALUES (1, 2, 3);
ASSERT VALUES o (a, b, c) VALUES (1, 2, 3);

--@test: a format says nothing of a key that is taken away
--@expected.error: INVALID_PROPERTY
--@expected.at: key_format='JSON'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (key_format='JSON') AS SELECT * FROM s PARTITION BY NULL;
