-- The property KEY of old statements names the column that repeats the key of the record.

--@test: a table of the old form has that column as its primary key
CREATE TABLE users_original (registertime bigint, gender varchar, regionid varchar, userid varchar) WITH (kafka_topic='users', value_format='JSON', key='userid');
ASSERT TABLE users_original (userid VARCHAR PRIMARY KEY, registertime BIGINT, gender VARCHAR, regionid VARCHAR);

--@test: and its rows are told apart by it
CREATE TABLE t (v INT, id VARCHAR) WITH (kafka_topic='t', value_format='JSON', KEY='id');
CREATE TABLE o AS SELECT id, v FROM t;
INSERT INTO t (id, v) VALUES ('a', 1);
ASSERT VALUES o (id, v) VALUES ('a', 1);

--@test: a stream has it as its key
CREATE STREAM s (id VARCHAR, v INT) WITH (kafka_topic='s', value_format='JSON', key='ID');
ASSERT STREAM s (id VARCHAR KEY, v INT);

--@test: a column that is a key anyway may be named
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON', key='id');
ASSERT STREAM s (id INT KEY, v INT);

--@test: keys of old topics are texts
--@expected.error: INVALID_PROPERTY
--@expected.at: key='id'
--@expected.message: no text
CREATE TABLE t (id BIGINT, v INT) WITH (kafka_topic='t', value_format='JSON', key='id');

--@test: the column has to be there
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: key='idd'
--@expected.message: Did you mean ID?
CREATE TABLE t (id VARCHAR, v INT) WITH (kafka_topic='t', value_format='JSON', key='idd');

--@test: no column of DELIMITED values can be left out
--@expected.error: INVALID_PROPERTY
--@expected.at: key='id'
--@expected.message: DELIMITED
CREATE TABLE t (id VARCHAR, v INT) WITH (kafka_topic='t', value_format='DELIMITED', key='id');

--@test: results have no such property
--@expected.error: INVALID_PROPERTY
--@expected.at: key='id'
--@expected.message: KEY
CREATE STREAM s (id VARCHAR KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (key='id') AS SELECT * FROM s;
