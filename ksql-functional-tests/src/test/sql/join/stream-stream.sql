--@test: rows of one key that are near enough in time join, whichever comes first
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT a.id AS id, v, w FROM a JOIN b WITHIN 1 SECOND ON a.id = b.id;
ASSERT STREAM o (id INT KEY, v INT, w INT);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 1000);
INSERT INTO b (id, w, ROWTIME) VALUES (2, 20, 1000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 21, 2000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 22, 2001);
INSERT INTO a (id, v, ROWTIME) VALUES (2, 11, 500);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (1, 10, 21, 2000);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (2, 11, 20, 1000);

--@test: the times before and after may differ
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT a.id AS id, v, w FROM a JOIN b WITHIN (1 SECOND, 2 SECONDS) ON a.id = b.id;
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 10000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 1, 8999);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 2, 9000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 3, 12000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 4, 12001);
ASSERT VALUES o (id, v, w) VALUES (1, 10, 2);
ASSERT VALUES o (id, v, w) VALUES (1, 10, 3);

--@test: without a grace, rows without a partner come at once
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT a.id AS id, v, w FROM a LEFT JOIN b WITHIN 1 SECOND ON a.id = b.id;
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 1000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 20, 1500);
INSERT INTO b (id, w, ROWTIME) VALUES (2, 21, 1500);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (1, 10, NULL, 1000);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (1, 10, 20, 1500);

--@test: with a grace, a row without a partner comes once, when none can come any more
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT a.id AS id, v, w FROM a LEFT JOIN b WITHIN 1 SECOND GRACE PERIOD 1 SECOND ON a.id = b.id;
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 1000);
INSERT INTO a (id, v, ROWTIME) VALUES (2, 11, 1000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 20, 1500);
INSERT INTO b (id, w, ROWTIME) VALUES (9, 90, 9000);
INSERT INTO b (id, w, ROWTIME) VALUES (2, 21, 1500);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (1, 10, 20, 1500);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (2, 11, NULL, 1000);

--@test: a right join keeps the right rows, and the columns where they were
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a RIGHT JOIN b WITHIN (0 SECONDS, 1 SECOND) ON a.id = b.id;
ASSERT STREAM o (a_id INT KEY, a_v INT, b_id INT, b_w INT);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 20, 1500);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 1000);
INSERT INTO a (id, v, ROWTIME) VALUES (2, 11, 1000);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 12, 1600);
ASSERT VALUES o (a_id, a_v, b_id, b_w) VALUES (1, NULL, 1, 20);
ASSERT VALUES o (a_id, a_v, b_id, b_w) VALUES (1, 10, 1, 20);

--@test: a full outer join keeps both, under a key of its own
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT * FROM a FULL OUTER JOIN b WITHIN 1 SECOND ON a.id = b.id;
ASSERT STREAM o (ROWKEY INT KEY, a_id INT, a_v INT, b_id INT, b_w INT);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 1000);
INSERT INTO b (id, w, ROWTIME) VALUES (2, 20, 1000);
INSERT INTO b (id, w, ROWTIME) VALUES (1, 21, 1000);
ASSERT VALUES o (ROWKEY, a_id, a_v, b_id, b_w) VALUES (1, 1, 10, NULL, NULL);
ASSERT VALUES o (ROWKEY, a_id, a_v, b_id, b_w) VALUES (2, NULL, NULL, 2, 20);
ASSERT VALUES o (ROWKEY, a_id, a_v, b_id, b_w) VALUES (1, 1, 10, 1, 21);

--@test: the key of its own evades columns that are called so, and can be renamed
CREATE STREAM a (ROWKEY INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT ROWKEY_1 AS k, v, w FROM a JOIN b WITHIN 1 SECOND ON a.ROWKEY + 1 = b.id + 1;
ASSERT STREAM o (k INT KEY, v INT, w INT);
INSERT INTO a (ROWKEY, v) VALUES (1, 10);
INSERT INTO b (id, w) VALUES (1, 20);
ASSERT VALUES o (k, v, w) VALUES (2, 10, 20);

--@test: rows without a key meet nobody
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM o AS SELECT a.id AS id, b.w AS w FROM a LEFT JOIN b WITHIN 1 SECOND ON a.id = b.w;
INSERT INTO a (v) VALUES (10);
INSERT INTO b (id, w) VALUES (1, NULL);
INSERT INTO b (id, w) VALUES (2, 7);
INSERT INTO a (id, v) VALUES (7, 11);
ASSERT VALUES o (id, w) VALUES (7, 7);

--@test: keys of two formats meet
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', key_format='JSON', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', key_format='KAFKA', value_format='DELIMITED');
CREATE STREAM o AS SELECT b.id AS id, v, w FROM a JOIN b WITHIN 1 SECOND ON b.id = a.id;
INSERT INTO a VALUES (1, 10);
INSERT INTO b VALUES (1, 20);
ASSERT VALUES o (id, v, w) VALUES (1, 10, 20);

--@test: three streams join one after the other
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, v INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM c (id INT KEY, v INT) WITH (kafka_topic='c', value_format='JSON');
CREATE STREAM o AS SELECT c.id AS id, a.v AS av, b.v AS bv, c.v AS cv FROM a JOIN b WITHIN 1 SECOND ON a.id = b.id JOIN c WITHIN 1 SECOND ON b.id = c.id;
INSERT INTO a VALUES (1, 10);
INSERT INTO c VALUES (1, 30);
INSERT INTO b VALUES (1, 20);
INSERT INTO b VALUES (2, 21);
ASSERT VALUES o (id, av, bv, cv) VALUES (1, 10, 20, 30);

--@test: a further join on another column gives the rows another key
CREATE STREAM a (id INT KEY, x INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, y INT) WITH (kafka_topic='b', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, z INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT a.x AS k, a.id AS id, y, z FROM a JOIN b WITHIN 1 SECOND ON a.id = b.id LEFT JOIN t ON a.x = t.id;
ASSERT STREAM o (k INT KEY, id INT, y INT, z INT);
INSERT INTO t VALUES (7, 70);
INSERT INTO a VALUES (1, 7);
INSERT INTO b VALUES (1, 20);
INSERT INTO a VALUES (1, 8);
ASSERT VALUES o (k, id, y, z) VALUES (7, 1, 20, 70);
ASSERT VALUES o (k, id, y, z) VALUES (8, 1, 20, NULL);

--@test: joined rows can be filtered, given another key and grouped
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE STREAM b (id INT KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE STREAM p AS SELECT a.id AS id, v, w FROM a JOIN b WITHIN 1 SECOND ON a.id = b.id WHERE v + w > 5 PARTITION BY w;
CREATE TABLE g AS SELECT a.id AS id, COUNT(*) AS n FROM a JOIN b WITHIN 1 SECOND ON a.id = b.id GROUP BY a.id;
ASSERT STREAM p (w INT KEY, id INT, v INT);
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 2);
INSERT INTO b VALUES (1, 9);
ASSERT VALUES p (w, id, v) VALUES (9, 1, 1);
ASSERT VALUES g (id, n) VALUES (1, 1);
ASSERT VALUES g (id, n) VALUES (1, 2);

--@test: a star over rows of windows gives the window of each side
CREATE STREAM wa (id INT KEY, v INT) WITH (kafka_topic='wa', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE STREAM wb (id INT KEY, v INT) WITH (kafka_topic='wb', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE STREAM o AS SELECT * FROM wa JOIN wb WITHIN 1 DAY ON wa.id = wb.id;
ASSERT STREAM o (wa_id INT KEY, wa_windowstart BIGINT, wa_windowend BIGINT, wa_v INT, wb_id INT, wb_windowstart BIGINT, wb_windowend BIGINT, wb_v INT) WITH (kafka_topic='O', value_format='JSON');

--@test: rows of windows meet rows of windows with the same start
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE wa AS SELECT id, COUNT(*) AS n FROM a WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
CREATE TABLE wb AS SELECT id, SUM(v) AS m FROM a WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY id;
CREATE STREAM sa (id INT KEY, n BIGINT) WITH (kafka_topic='WA', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE STREAM sb (id INT KEY, m INT) WITH (kafka_topic='WB', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE STREAM o AS SELECT sa.id AS id, sa.WINDOWSTART AS s, n, m FROM sa JOIN sb WITHIN 1 DAY ON sa.id = sb.id;
INSERT INTO a (id, v, ROWTIME) VALUES (1, 5, 100);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 6, 1100);
ASSERT VALUES o (id, s, n, m) VALUES (1, 0, 1, 5);
ASSERT VALUES o (id, s, n, m) VALUES (1, 1000, 1, 6);
