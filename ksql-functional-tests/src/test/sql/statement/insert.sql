--@test: a value becomes one of the column's type
CREATE STREAM s (id BIGINT KEY, d DOUBLE, e DECIMAL(4, 2), t VARCHAR, b BOOLEAN, ts TIMESTAMP) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, 2, 3, 'x', 'true', '2020-02-29T00:00:00');
INSERT INTO s VALUES (1 + 1, -2.5, 0.5, UCASE('y'), NOT TRUE, NULL);
ASSERT VALUES s (id, d, e, t, b, ts) VALUES (1, 2.0, 3.00, 'x', true, '2020-02-29T00:00:00');
ASSERT VALUES s (id, d, e, t, b, ts) VALUES (2, -2.5, 0.50, 'Y', false, NULL);

--@test: columns may be named in any order, and the others are NULL
CREATE STREAM s (id INT KEY, a INT, b VARCHAR) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (b, id) VALUES ('x', 1);
INSERT INTO s (ROWTIME, a) VALUES (99, 5);
ASSERT VALUES s (id, a, b) VALUES (1, NULL, 'x');
ASSERT VALUES s (ROWTIME, id, a, b) VALUES (99, NULL, 5, NULL);

--@test: a column is written once
--@expected.error: COLUMN_DUPLICATE
--@expected.at: a
--@expected.message: A
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (a, a) VALUES (1, 2);

--@test: as many values as columns
--@expected.error: INVALID_INSERT
--@expected.at: INSERT INTO s VALUES (1)
--@expected.message: The columns are ID, A
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1);

--@test: a row of a table has a key
--@expected.error: INVALID_INSERT
--@expected.at: t
--@expected.message: ID
CREATE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');
INSERT INTO t (a) VALUES (1);

--@test: the key of a table's row is not NULL
--@expected.error: INVALID_INSERT
--@expected.at: NULL
--@expected.message: ID
CREATE TABLE t (id INT PRIMARY KEY, a INT) WITH (kafka_topic='t', value_format='JSON');
INSERT INTO t VALUES (NULL, 1);

--@test: a number too large for its column is refused
--@expected.error: TYPE_MISMATCH
--@expected.at: 2147483648
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, 2147483648);

--@test: a text that is no number is refused
--@expected.error: EVALUATION
--@expected.at: 'x'
--@expected.message: The value for A
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, 'x');

--@test: a row's time is not before the epoch
--@expected.error: INVALID_INSERT
--@expected.at: -1
--@expected.message: ROWTIME
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (ROWTIME, id, a) VALUES (-1, 1, 2);

--@test: a row's time is not NULL
--@expected.error: INVALID_INSERT
--@expected.at: NULL
--@expected.message: ROWTIME
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (ROWTIME, id, a) VALUES (NULL, 1, 2);

--@test: where a row stands is not written
--@expected.error: INVALID_INSERT
--@expected.at: ROWOFFSET
--@expected.message: ROWOFFSET
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (ROWOFFSET, a) VALUES (1, 2);

--@test: a value names no column
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: id
--@expected.message: only values
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (id, 2);

--@test: a query writes to a stream that exists
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='DELIMITED');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO o SELECT id AS k, a FROM z WHERE a > 1;
INSERT INTO s VALUES (1, 1);
INSERT INTO z VALUES (2, 2);
INSERT INTO z VALUES (3, 1);
ASSERT VALUES o (id, a) VALUES (1, 1);
ASSERT VALUES o (id, a) VALUES (2, 2);

--@test: what a query writes must fit
--@expected.error: INVALID_INSERT
--@expected.at: SELECT * FROM s
--@expected.message: not those of O
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o (id INT KEY, a BIGINT) WITH (kafka_topic='o', value_format='JSON');
INSERT INTO o SELECT * FROM s;

--@test: a query writes to no table
--@expected.error: INVALID_INSERT
--@expected.at: o
--@expected.message: table
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o (id INT PRIMARY KEY, a INT) WITH (kafka_topic='o', value_format='JSON');
INSERT INTO o SELECT * FROM s;

--@test: the id of a query may be chosen, but not as those that are made
--@expected.error: INVALID_PROPERTY
--@expected.at: query_id='csas_1'
--@expected.message: CSAS_
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o (id INT KEY, a INT) WITH (kafka_topic='o', value_format='JSON');
INSERT INTO o WITH (query_id='csas_1') SELECT * FROM s;
