--@test: columns are added, and running queries go on as they are
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
ALTER STREAM s ADD COLUMN b VARCHAR, ADD c ARRAY<INT>;
ASSERT STREAM s (id INT KEY, a INT, b VARCHAR, c ARRAY<INT>);
INSERT INTO s VALUES (1, 2, 'x', ARRAY[3]);
ASSERT VALUES s (id, a, b, c) VALUES (1, 2, 'x', ARRAY[3]);
ASSERT VALUES o (id, a) VALUES (1, 2);

--@test: a table too
CREATE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');
ALTER TABLE t ADD COLUMN b INT;
ASSERT TABLE t (id INT PRIMARY KEY, a INT, b INT);

--@test: a column is not added twice
--@expected.error: COLUMN_DUPLICATE
--@expected.at: a
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ALTER STREAM s ADD COLUMN a INT;

--@test: what a query fills is changed by its query
--@expected.error: NOT_UPGRADEABLE
--@expected.at: o
--@expected.message: CREATE OR REPLACE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
ALTER STREAM o ADD COLUMN b INT;

--@test: a read-only stream is not changed
--@expected.error: NOT_UPGRADEABLE
--@expected.at: s
--@expected.message: read-only
CREATE SOURCE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ALTER STREAM s ADD COLUMN b INT;

--@test: a stream is no table
--@expected.error: WRONG_SOURCE_KIND
--@expected.at: s
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ALTER TABLE s ADD COLUMN b INT;

--@test: what is not there is not changed
--@expected.error: SOURCE_NOT_FOUND
--@expected.at: s
ALTER STREAM s ADD COLUMN b INT;

--@test: a pseudo column is not added
--@expected.error: COLUMN_RESERVED
--@expected.at: ROWTIME
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
ALTER STREAM s ADD COLUMN ROWTIME BIGINT;
