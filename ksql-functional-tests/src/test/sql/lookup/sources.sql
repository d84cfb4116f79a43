--@test: a table made from a table is kept, deletions too
CREATE TABLE s (id INT PRIMARY KEY, v INT, w VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, v * 2 AS two FROM s WHERE v > 1;
INSERT INTO s VALUES (1, 5, 'a');
INSERT INTO s VALUES (2, 6, 'b');
SELECT * FROM t;
ASSERT VALUES result (id, two) VALUES (1, 10);
ASSERT VALUES result (id, two) VALUES (2, 12);
INSERT INTO s VALUES (1, 0, 'a');
INSERT INTO s VALUES (3, 0, 'c');
SELECT * FROM t;
ASSERT VALUES result (id, two) VALUES (2, 12);

--@test: a source table is kept
CREATE SOURCE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
SELECT * FROM s WHERE id = 1;

--@test: a table over a topic is not kept
--@expected.error: INVALID_PULL_QUERY
--@expected.at: s
--@expected.message: CREATE TABLE QUERYABLE_S AS SELECT * FROM S
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
SELECT * FROM s WHERE id = 1;

--@test: what there is now is not joined
--@expected.error: INVALID_PULL_QUERY
--@expected.at: s
--@expected.message: takes no JOIN
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT * FROM s;
SELECT * FROM t JOIN s ON t.id = s.id;

--@test: what there is now is not grouped
--@expected.error: INVALID_PULL_QUERY
--@expected.at: v
--@expected.message: takes no GROUP BY
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT * FROM s;
SELECT v, COUNT(*) FROM t GROUP BY v;

--@test: what there is now is not aggregated
--@expected.error: INVALID_PULL_QUERY
--@expected.at: COUNT(*)
--@expected.message: does not aggregate
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT * FROM s;
SELECT COUNT(*) FROM t;

--@test: what there is now has no place in a topic
--@expected.error: INVALID_PULL_QUERY
--@expected.at: ROWOFFSET
--@expected.message: ROWOFFSET
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT * FROM s;
SELECT id FROM t WHERE id = 1 AND ROWOFFSET = 3;

--@test: a star stands alone in a query of what there is now
--@expected.error: INVALID_PULL_QUERY
--@expected.at: *
--@expected.message: * must stand alone
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT * FROM s;
SELECT *, v + 1 AS more FROM t;

--@test: a query that fills a table goes on for ever
--@expected.error: INVALID_LIMIT
--@expected.at: LIMIT 5
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT * FROM s LIMIT 5;
