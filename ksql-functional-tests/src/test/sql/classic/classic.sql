--@test: a source has the key of its records as ROWKEY, and KEY names a column that says the same
SET 'ksql.classic.mode' = 'true';
CREATE STREAM s (id INT, a VARCHAR) WITH (kafka_topic='s', value_format='JSON', key='id');
CREATE TABLE t (id INT, a VARCHAR) WITH (kafka_topic='t', value_format='JSON', key='id');
ASSERT STREAM s (ROWKEY VARCHAR KEY, id INT, a VARCHAR);
ASSERT TABLE t (ROWKEY VARCHAR PRIMARY KEY, id INT, a VARCHAR);
INSERT INTO s VALUES (1, 'x');
INSERT INTO s (ROWKEY, id, a) VALUES ('k', 2, 'y');
ASSERT VALUES s (ROWKEY, id, a) VALUES (NULL, 1, 'x');
ASSERT VALUES s (ROWKEY, id, a) VALUES ('k', 2, 'y');

--@test: KEY names a column that exists
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: key='idd'
--@expected.message: Did you mean ID
SET 'ksql.classic.mode' = 'true';
CREATE TABLE t (id INT, a VARCHAR) WITH (kafka_topic='t', value_format='JSON', key='idd');

--@test: without the mode there is no property KEY
--@expected.error: INVALID_PROPERTY
--@expected.at: key='id'
CREATE STREAM s (id INT, a VARCHAR) WITH (kafka_topic='s', value_format='JSON', key='id');

--@test: a result keeps the key although it is not selected
SET 'ksql.classic.mode' = 'true';
CREATE STREAM s (id LONG, a VARCHAR, b BOOL) WITH (kafka_topic='s', value_format='DELIMITED');
CREATE STREAM o AS SELECT id, a FROM s WHERE id > 1;
ASSERT STREAM o (ROWKEY VARCHAR KEY, id BIGINT, a VARCHAR);
INSERT INTO s (ROWKEY, id, a, b) VALUES ('k', 2, 'x', true);
ASSERT VALUES o (ROWKEY, id, a) VALUES ('k', 2, 'x');

--@test: what has no name is called by its place, and numbers with a point are DOUBLE
SET 'ksql.classic.mode' = 'true';
CREATE STREAM s (id INT, a ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, id + 1.5, a[0], SUBSTRING('stream', 1, 3), id * 2 AS two, LEN('ab') FROM s;
ASSERT STREAM o (ROWKEY VARCHAR KEY, id INT, KSQL_COL_1 DOUBLE, KSQL_COL_2 INT, KSQL_COL_3 VARCHAR, two INT, KSQL_COL_5 INT);
INSERT INTO s VALUES (1, ARRAY[7, 8]);
ASSERT VALUES o (id, KSQL_COL_1, KSQL_COL_2, KSQL_COL_3, two, KSQL_COL_5) VALUES (1, 2.5E0, 7, 'tr', 2, 2);

--@test: PARTITION BY names a column of the result, which stays in the value
SET 'ksql.classic.mode' = 'true';
CREATE STREAM s (id INT, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id AS number, a FROM s PARTITION BY number;
CREATE STREAM p AS SELECT * FROM s PARTITION BY a;
ASSERT STREAM o (ROWKEY VARCHAR KEY, number INT, a VARCHAR);
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (ROWKEY, number, a) VALUES ('1', 1, 'x');

--@test: groups are counted, also without their key and by windows
SET 'ksql.classic.mode' = 'true';
CREATE STREAM s (id INT, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT count(*) AS n FROM s WINDOW TUMBLING (SIZE 10 SECOND) GROUP BY a HAVING count(*) > 1;
CREATE TABLE u AS SELECT a, WindowStart() AS began, count(*) AS n FROM s WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY a;
ASSERT TABLE t (a VARCHAR PRIMARY KEY, n BIGINT);
INSERT INTO s (ROWTIME, id, a) VALUES (11000, 1, 'x');
INSERT INTO s (ROWTIME, id, a) VALUES (12000, 1, 'x');
ASSERT VALUES t (a, n) VALUES ('x', 2);
ASSERT VALUES u (a, began, n) VALUES ('x', 10000, 1);
ASSERT VALUES u (a, began, n) VALUES ('x', 10000, 2);
