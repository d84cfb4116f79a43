--@test: columns in place of a query end the query
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 1);
CREATE OR REPLACE STREAM o (id INT KEY, a INT, b INT) WITH (kafka_topic='O', value_format='JSON');
INSERT INTO s VALUES (2, 2);
INSERT INTO o VALUES (3, 3, 4);
ASSERT VALUES o (id, a, b) VALUES (1, 1, NULL);
ASSERT VALUES o (id, a, b) VALUES (3, 3, 4);
DROP STREAM o;
DROP STREAM s;

--@test: a query that reads a replaced stream goes on with the columns that it was made for
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 1);
CREATE OR REPLACE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (2, 2, 3);
ASSERT STREAM o (id INT KEY, a INT);
CREATE OR REPLACE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (3, 3, 4);
ASSERT VALUES o (id, a, b) VALUES (1, 1, NULL);
ASSERT VALUES o (id, a, b) VALUES (2, 2, NULL);
ASSERT VALUES o (id, a, b) VALUES (3, 3, 4);

--@test: a stream of columns may be filled by a query from now on
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o (id INT KEY, a INT) WITH (kafka_topic='O', value_format='JSON');
INSERT INTO o VALUES (1, 1);
CREATE OR REPLACE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (2, 2);
ASSERT VALUES o (id, a) VALUES (1, 1);
ASSERT VALUES o (id, a) VALUES (2, 2);

--@test: but not by one that reads it
--@expected.error: NOT_UPGRADEABLE
--@expected.at: s
--@expected.message: itself
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='S', value_format='JSON');
CREATE OR REPLACE STREAM s AS SELECT id, a + 1 AS a FROM s;

--@test: not even through others
--@expected.error: NOT_UPGRADEABLE
--@expected.at: s
--@expected.message: itself
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='S', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
CREATE STREAM p AS SELECT * FROM o;
CREATE OR REPLACE STREAM s AS SELECT id, a + 1 AS a FROM p;

--@test: what several queries write is not replaced
--@expected.error: NOT_UPGRADEABLE
--@expected.at: o
--@expected.message: INSERTQUERY_4
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
CREATE TYPE t AS INT;
INSERT INTO o SELECT * FROM z;
CREATE OR REPLACE STREAM o AS SELECT * FROM s WHERE a > 1;

--@test: a table does not replace a stream
--@expected.error: SOURCE_EXISTS
--@expected.at: s
--@expected.message: another name
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE OR REPLACE TABLE s (id INT PRIMARY KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a read-only stream is not replaced
--@expected.error: NOT_UPGRADEABLE
--@expected.at: s
--@expected.message: read-only
CREATE SOURCE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE OR REPLACE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
