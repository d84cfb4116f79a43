--@test: a query ends with the stream that it fills
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
DROP STREAM o;
DROP STREAM s;
CREATE STREAM o (id INT KEY, a INT) WITH (kafka_topic='O', value_format='JSON');
CREATE TABLE s (id INT PRIMARY KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a stream that is read stays
--@expected.error: SOURCE_IN_USE
--@expected.at: s
--@expected.message: DROP STREAM O; comes first
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
DROP STREAM s;

--@test: what was made from it still needs it when its query has ended
--@expected.error: SOURCE_IN_USE
--@expected.at: s
--@expected.message: made from it: O
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
TERMINATE CSAS_O_1;
DROP STREAM s;

--@test: it goes after what was made from it
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
CREATE STREAM p AS SELECT * FROM s;
TERMINATE ALL;
DROP TABLE o;
DROP STREAM p;
DROP STREAM s;

--@test: a query that reads and writes the same stream ends with nothing but TERMINATE
--@expected.error: SOURCE_IN_USE
--@expected.at: s
--@expected.message: TERMINATE INSERTQUERY_1
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s SELECT id, a + 1 AS a FROM s;
DROP STREAM s;

--@test: what no longer reads it does not need it
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='JSON');
INSERT INTO z SELECT * FROM s;
TERMINATE INSERTQUERY_2;
DROP STREAM s;

--@test: a stream that a query inserts into stays
--@expected.error: SOURCE_IN_USE
--@expected.at: o
--@expected.message: TERMINATE INSERTQUERY_2
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o (id INT KEY, a INT) WITH (kafka_topic='o', value_format='JSON');
INSERT INTO o SELECT * FROM s;
DROP STREAM o;

--@test: with its topic its rows are gone
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, 1);
DROP STREAM IF EXISTS s DELETE TOPIC;
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', partitions=1);
INSERT INTO s VALUES (2, 2);
ASSERT VALUES s (id, a) VALUES (2, 2);

--@test: the topic of a read-only stream stays
--@expected.error: SOURCE_IN_USE
--@expected.at: s
--@expected.message: read-only
CREATE SOURCE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
DROP STREAM s DELETE TOPIC;

--@test: what is not there is dropped only IF EXISTS
--@expected.error: SOURCE_NOT_FOUND
--@expected.at: t
DROP TABLE IF EXISTS t;
DROP TABLE t;

--@test: the hint of a name in another case says how it is written
--@expected.error: SOURCE_NOT_FOUND
--@expected.at: s
--@expected.message: `s`
CREATE STREAM `s` (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
DROP STREAM s;

--@test: a stream is no table
--@expected.error: WRONG_SOURCE_KIND
--@expected.at: s
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
DROP TABLE s;
