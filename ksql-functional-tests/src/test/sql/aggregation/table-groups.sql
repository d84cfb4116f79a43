--@test: a row of a table that changes its group leaves the old one before it joins the new one
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n, SUM(v) AS total FROM s GROUP BY g;
INSERT INTO s VALUES (1, 'a', 4);
INSERT INTO s VALUES (2, 'a', 5);
INSERT INTO s VALUES (1, 'b', 6);
ASSERT VALUES t (g, n, total) VALUES ('a', 1, 4);
ASSERT VALUES t (g, n, total) VALUES ('a', 2, 9);
ASSERT VALUES t (g, n, total) VALUES ('a', 1, 5);
ASSERT VALUES t (g, n, total) VALUES ('b', 1, 6);

--@test: a row of a table that stays in its group gives one result for both what it was and what it is
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n, SUM(v) AS total FROM s GROUP BY g;
INSERT INTO s VALUES (1, 'a', 4);
INSERT INTO s VALUES (1, 'a', 7);
ASSERT VALUES t (g, n, total) VALUES ('a', 1, 4);
ASSERT VALUES t (g, n, total) VALUES ('a', 1, 7);

--@test: a deleted row leaves its group, which stays, empty
CREATE STREAM events (id INT KEY, g VARCHAR, v BIGINT) WITH (kafka_topic='events', value_format='JSON');
CREATE TABLE s AS SELECT id, LATEST_BY_OFFSET(g) AS g, SUM(v) AS v FROM events GROUP BY id HAVING SUM(v) > 0;
CREATE TABLE t AS SELECT g, COUNT(*) AS n, SUM(v) AS total, COLLECT_LIST(v) AS items FROM s GROUP BY g;
INSERT INTO events VALUES (1, 'a', 4);
INSERT INTO events VALUES (1, 'a', -4);
ASSERT VALUES t (g, n, total, items) VALUES ('a', 1, 4, ARRAY[4]);
ASSERT VALUES t (g, n, total, items) VALUES ('a', 0, 0, ARRAY_REMOVE(ARRAY[4], 4));

--@test: a row whose group is NULL is in none
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n FROM s GROUP BY g;
INSERT INTO s VALUES (1, NULL);
INSERT INTO s VALUES (1, 'a');
INSERT INTO s VALUES (1, NULL);
INSERT INTO s VALUES (2, 'b');
ASSERT VALUES t (g, n) VALUES ('a', 1);
ASSERT VALUES t (g, n) VALUES ('a', 0);
ASSERT VALUES t (g, n) VALUES ('b', 1);

--@test: a table is grouped by several columns and by expressions, and a NULL in one leaves the row out
CREATE TABLE s (id INT PRIMARY KEY, a INT, b VARCHAR) WITH (kafka_topic='s', format='JSON');
CREATE TABLE t AS SELECT a % 2 AS odd, b, COUNT(*) AS n FROM s GROUP BY a % 2, b;
ASSERT TABLE t (odd INT PRIMARY KEY, b VARCHAR PRIMARY KEY, n BIGINT);
INSERT INTO s VALUES (1, 3, 'x');
INSERT INTO s VALUES (2, 5, 'x');
INSERT INTO s VALUES (3, 5, NULL);
INSERT INTO s VALUES (2, 6, 'x');
ASSERT VALUES t (odd, b, n) VALUES (1, 'x', 1);
ASSERT VALUES t (odd, b, n) VALUES (1, 'x', 2);
ASSERT VALUES t (odd, b, n) VALUES (1, 'x', 1);
ASSERT VALUES t (odd, b, n) VALUES (0, 'x', 1);

--@test: a table can be grouped by the key it has
CREATE TABLE s (id INT PRIMARY KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n, SUM(v) AS total FROM s GROUP BY id;
INSERT INTO s VALUES (1, 4);
INSERT INTO s VALUES (1, 5);
ASSERT VALUES t (id, n, total) VALUES (1, 1, 4);
ASSERT VALUES t (id, n, total) VALUES (1, 1, 5);

--@test: HAVING of a grouped table deletes a group that no longer passes
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n FROM s GROUP BY g HAVING COUNT(*) > 1;
INSERT INTO s VALUES (1, 'a');
INSERT INTO s VALUES (2, 'a');
INSERT INTO s VALUES (1, 'b');
ASSERT VALUES t (g, n) VALUES ('a', 2);
ASSERT NULL VALUES t (g) KEY ('a');

--@test: WHERE takes a row out of its group when the row no longer passes
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n, SUM(v) AS total FROM s WHERE v > 0 GROUP BY g;
INSERT INTO s VALUES (1, 'a', 5);
INSERT INTO s VALUES (2, 'a', -1);
INSERT INTO s VALUES (1, 'a', -5);
ASSERT VALUES t (g, n, total) VALUES ('a', 1, 5);
ASSERT VALUES t (g, n, total) VALUES ('a', 0, 0);

--@test: averages, histograms, spreads and collections take rows back
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v INT, w VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, AVG(v) AS mean, COLLECT_LIST(v) AS items, HISTOGRAM(w) AS words, STDDEV_SAMPLE(v) AS spread, ATTR(w) AS word FROM s GROUP BY g;
INSERT INTO s VALUES (1, 'a', 2, 'x');
INSERT INTO s VALUES (2, 'a', 4, 'y');
INSERT INTO s VALUES (1, 'b', 2, 'x');
ASSERT VALUES t (g, mean, items, words, spread, word) VALUES ('a', 2.0, ARRAY[2], MAP('x' := 1), 0.0, 'x');
ASSERT VALUES t (g, mean, items, words, spread, word) VALUES ('a', 3.0, ARRAY[2, 4], MAP('x' := 1, 'y' := 1), 1.4142135623730951, NULL);
ASSERT VALUES t (g, mean, items, words, spread, word) VALUES ('a', 4.0, ARRAY[4], MAP('y' := 1), 0.0, 'y');
ASSERT VALUES t (g, mean, items, words, spread, word) VALUES ('b', 2.0, ARRAY[2], MAP('x' := 1), 0.0, 'x');

--@test: the time of a row is taken back as it was added
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, SUM(ROWTIME) AS times, COLLECT_LIST(ROWTIME) AS items FROM s GROUP BY g;
INSERT INTO s (ROWTIME, id, g) VALUES (10, 1, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (20, 2, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (30, 1, 'b');
ASSERT VALUES t (ROWTIME, g, times, items) VALUES (10, 'a', 10, ARRAY[10]);
ASSERT VALUES t (ROWTIME, g, times, items) VALUES (20, 'a', 30, ARRAY[10, 20]);
ASSERT VALUES t (ROWTIME, g, times, items) VALUES (30, 'a', 20, ARRAY[20]);
ASSERT VALUES t (ROWTIME, g, times, items) VALUES (30, 'b', 30, ARRAY[30]);

--@test: groups of groups
CREATE STREAM events (id INT KEY, area VARCHAR, v BIGINT) WITH (kafka_topic='events', value_format='JSON');
CREATE TABLE sums AS SELECT area, SUM(v) AS total FROM events GROUP BY area;
CREATE TABLE sizes AS SELECT CASE WHEN total > 10 THEN 1 ELSE 0 END AS big, COUNT(*) AS n FROM sums GROUP BY CASE WHEN total > 10 THEN 1 ELSE 0 END;
INSERT INTO events VALUES (1, 'a', 4);
INSERT INTO events VALUES (2, 'b', 5);
INSERT INTO events VALUES (3, 'a', 8);
ASSERT VALUES sizes (big, n) VALUES (0, 1);
ASSERT VALUES sizes (big, n) VALUES (0, 2);
ASSERT VALUES sizes (big, n) VALUES (0, 1);
ASSERT VALUES sizes (big, n) VALUES (1, 1);

--@test: functions that cannot take a row back are refused on a table, all in one error
--@expected.error: INVALID_AGGREGATION
--@expected.at: LATEST_BY_OFFSET
--@expected.message: LATEST_BY_OFFSET, MIN and MAX cannot take back
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, LATEST_BY_OFFSET(v) AS a, MIN(v) AS b, COUNT(v) AS c FROM s GROUP BY g HAVING MAX(v) > 3 AND MIN(v) > 1;

--@test: rows of a table are put into no windows
--@expected.error: INVALID_WINDOW
--@expected.at: TUMBLING (SIZE 1 SECOND)
--@expected.message: only a stream
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY g;

--@test: EMIT FINAL needs windows, so a table has no final groups
--@expected.error: INVALID_WINDOW
--@expected.at: EMIT FINAL
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n FROM s GROUP BY g EMIT FINAL;

--@test: a column of a table that is not grouped by is refused as it is of a stream
--@expected.error: INVALID_AGGREGATION
--@expected.at: v
--@expected.message: V has many values
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, v, COUNT(*) AS n FROM s GROUP BY g;

--@test: a condition on the time of a row looks at the time it had when it is taken back
CREATE TABLE s (id INT PRIMARY KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n FROM s WHERE ROWTIME < 25 GROUP BY g;
INSERT INTO s (ROWTIME, id, g) VALUES (10, 1, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (20, 2, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (30, 1, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (40, 1, 'a');
ASSERT VALUES t (ROWTIME, g, n) VALUES (10, 'a', 1);
ASSERT VALUES t (ROWTIME, g, n) VALUES (20, 'a', 2);
ASSERT VALUES t (ROWTIME, g, n) VALUES (30, 'a', 1);

--@test: rows of a join of two tables are grouped, and leave their group with either side
CREATE TABLE users (id INT PRIMARY KEY, area VARCHAR) WITH (kafka_topic='users', value_format='JSON');
CREATE TABLE scores (id INT PRIMARY KEY, score BIGINT) WITH (kafka_topic='scores', value_format='JSON');
CREATE TABLE t AS SELECT u.area AS area, COUNT(*) AS n, SUM(score) AS total FROM users u JOIN scores s ON u.id = s.id GROUP BY u.area;
INSERT INTO users VALUES (1, 'a');
INSERT INTO scores VALUES (1, 5);
INSERT INTO users VALUES (1, 'b');
INSERT INTO scores VALUES (1, 7);
ASSERT VALUES t (area, n, total) VALUES ('a', 1, 5);
ASSERT VALUES t (area, n, total) VALUES ('a', 0, 0);
ASSERT VALUES t (area, n, total) VALUES ('b', 1, 5);
ASSERT VALUES t (area, n, total) VALUES ('b', 1, 7);

--@test: rows of a foreign key join are grouped
CREATE TABLE orders (id INT PRIMARY KEY, item INT, amount BIGINT) WITH (kafka_topic='orders', value_format='JSON');
CREATE TABLE items (id INT PRIMARY KEY, kind VARCHAR) WITH (kafka_topic='items', value_format='JSON');
CREATE TABLE t AS SELECT kind, SUM(amount) AS total FROM orders o JOIN items i ON o.item = i.id GROUP BY kind;
INSERT INTO items VALUES (7, 'x');
INSERT INTO orders VALUES (1, 7, 3);
INSERT INTO orders VALUES (2, 7, 4);
INSERT INTO items VALUES (7, 'y');
ASSERT VALUES t (kind, total) VALUES ('x', 3);
ASSERT VALUES t (kind, total) VALUES ('x', 7);
ASSERT VALUES t (kind, total) VALUES ('x', 4);
ASSERT VALUES t (kind, total) VALUES ('y', 3);
ASSERT VALUES t (kind, total) VALUES ('x', 0);
ASSERT VALUES t (kind, total) VALUES ('y', 7);
