--@test: windows of a key come by their start, within the bounds that are asked for
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 1500);
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 3500);
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 2500);
INSERT INTO s (id, v, ROWTIME) VALUES (2, 1, 2500);
SELECT * FROM t WHERE id = 1;
ASSERT VALUES result (id, WINDOWSTART, WINDOWEND, n) VALUES (1, 1000, 2000, 1);
ASSERT VALUES result (id, WINDOWSTART, WINDOWEND, n) VALUES (1, 2000, 3000, 1);
ASSERT VALUES result (id, WINDOWSTART, WINDOWEND, n) VALUES (1, 3000, 4000, 1);
SELECT WINDOWSTART FROM t WHERE id = 1 AND WINDOWSTART > 1000 AND WINDOWEND <= 3000;
ASSERT VALUES result (WINDOWSTART) VALUES (2000);
SELECT WINDOWSTART FROM t WHERE id = 1 AND WINDOWSTART = 1000 + 2000;
ASSERT VALUES result (WINDOWSTART) VALUES (3000);
SELECT id FROM t WHERE WINDOWSTART BETWEEN 2000 AND 2999;
ASSERT VALUES result (id) VALUES (1);
ASSERT VALUES result (id) VALUES (2);
SELECT id FROM t WHERE id = 1 AND WINDOWSTART >= '1970-01-01T00:00:03';
ASSERT VALUES result (id) VALUES (1);

--@test: sessions are found by their key
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW SESSION (1 SECOND) GROUP BY id;
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 100);
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 900);
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 5000);
SELECT WINDOWSTART, WINDOWEND, n, ROWTIME AS at_ FROM t WHERE id = 1;
ASSERT VALUES result (WINDOWSTART, WINDOWEND, n, at_) VALUES (100, 900, 2, 900);
ASSERT VALUES result (WINDOWSTART, WINDOWEND, n, at_) VALUES (5000, 5000, 1, 5000);
SELECT n FROM t WHERE id = 1 AND WINDOWEND < 1000;
ASSERT VALUES result (n) VALUES (2);

--@test: sessions are found by nothing else
--@expected.error: INVALID_PULL_QUERY
--@expected.at: n = 1
--@expected.message: The sessions of T
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW SESSION (1 SECOND) GROUP BY id;
SELECT * FROM t WHERE n = 1;

--@test: two bounds on the same side are a mistake
--@expected.error: INVALID_PULL_QUERY
--@expected.at: WINDOWSTART >= 7
--@expected.message: two bounds on the same side
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
SELECT * FROM t WHERE id = 1 AND WINDOWSTART > 5 AND WINDOWSTART >= 7;

--@test: an equality stands alone
--@expected.error: INVALID_PULL_QUERY
--@expected.at: WINDOWSTART = 5
--@expected.message: said to equal
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
SELECT * FROM t WHERE id = 1 AND WINDOWSTART = 5 AND WINDOWSTART >= 3;

--@test: a table without windows has no bounds of them
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: WINDOWSTART
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SELECT * FROM t WHERE id = 1 AND WINDOWSTART = 5;
