-- START='fresh' in CREATE STREAM AS: the topic is emptied before the query writes to it.

--@test: a stream that starts fresh takes the place of one whose columns it keeps
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a > 1;
INSERT INTO s VALUES (1, 2);
ASSERT VALUES o (id, a) VALUES (1, 2);
CREATE OR REPLACE STREAM o WITH (start='fresh') AS SELECT * FROM s WHERE a > 4;
INSERT INTO s VALUES (2, 3);
INSERT INTO s VALUES (3, 5);
ASSERT VALUES o (id, a) VALUES (3, 5);

--@test: it may aggregate nothing that the old one kept, so another source is no obstacle
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
CREATE OR REPLACE STREAM o WITH (start='FRESH') AS SELECT * FROM z;
INSERT INTO z VALUES (7, 8);
ASSERT VALUES o (id, a) VALUES (7, 8);

--@test: it keeps its columns, which others read
--@expected.error: NOT_UPGRADEABLE
--@expected.at: o
--@expected.message: columns
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a FROM s;
CREATE OR REPLACE STREAM o WITH (start='fresh') AS SELECT id, b FROM s;

--@test: START is fresh or not there
--@expected.error: INVALID_PROPERTY
--@expected.at: start='afresh'
--@expected.message: must be 'fresh'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (start='afresh') AS SELECT * FROM s;

--@test: a table is not emptied
--@expected.error: INVALID_PROPERTY
--@expected.at: start='fresh'
--@expected.message: is for streams
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t WITH (start='fresh') AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;

--@test: a declared stream has no query that could start
--@expected.error: INVALID_PROPERTY
--@expected.at: start='fresh'
--@expected.message: START
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', start='fresh');

--@test: the records of another stream are not deleted
--@expected.error: INVALID_PROPERTY
--@expected.at: start='fresh'
--@expected.message: records of S
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (kafka_topic='s', start='fresh') AS SELECT * FROM s;

--@test: nor those that other queries write
--@expected.error: INVALID_PROPERTY
--@expected.at: start='fresh'
--@expected.message: TERMINATE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO o SELECT * FROM s;
CREATE OR REPLACE STREAM o WITH (start='fresh') AS SELECT * FROM s WHERE a > 4;

--@test: nor those that no query wrote
--@expected.error: INVALID_PROPERTY
--@expected.at: start='fresh'
--@expected.message: no query
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o (id INT KEY, a INT) WITH (kafka_topic='o', value_format='JSON');
CREATE OR REPLACE STREAM o WITH (kafka_topic='o', start='fresh') AS SELECT * FROM s;
