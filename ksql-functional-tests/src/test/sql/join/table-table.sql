--@test: an inner join of tables follows both, and deletes what one of them has no more
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE b AS SELECT * FROM t WHERE w > 5;
CREATE TABLE o AS SELECT a.id AS id, v, w FROM a JOIN b ON a.id = b.id;
ASSERT TABLE o (id INT PRIMARY KEY, v INT, w INT);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 10, 100);
INSERT INTO t (id, w, ROWTIME) VALUES (1, 20, 50);
INSERT INTO a (id, v, ROWTIME) VALUES (1, 11, 60);
INSERT INTO t (id, w, ROWTIME) VALUES (1, 1, 200);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (1, 10, 20, 100);
ASSERT VALUES o (id, v, w, ROWTIME) VALUES (1, 11, 20, 60);
ASSERT NULL VALUES o (id) KEY (1);

--@test: a left join of tables keeps the left rows
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE b AS SELECT * FROM t WHERE w > 5;
CREATE TABLE o AS SELECT a.id AS id, v, w FROM a LEFT JOIN b ON a.id = b.id;
INSERT INTO t VALUES (1, 20);
INSERT INTO a VALUES (1, 10);
INSERT INTO a VALUES (2, 11);
INSERT INTO t VALUES (1, 1);
ASSERT VALUES o (id, v, w) VALUES (1, 10, 20);
ASSERT VALUES o (id, v, w) VALUES (2, 11, NULL);
ASSERT VALUES o (id, v, w) VALUES (1, 10, NULL);

--@test: a right join of tables keeps the right rows
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE b (id INT PRIMARY KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE TABLE o AS SELECT * FROM a RIGHT JOIN b ON a.id = b.id;
ASSERT TABLE o (a_id INT PRIMARY KEY, a_v INT, b_id INT, b_w INT);
INSERT INTO b VALUES (1, 20);
INSERT INTO a VALUES (1, 10);
INSERT INTO a VALUES (2, 11);
ASSERT VALUES o (a_id, a_v, b_id, b_w) VALUES (1, NULL, 1, 20);
ASSERT VALUES o (a_id, a_v, b_id, b_w) VALUES (1, 10, 1, 20);

--@test: a full outer join of tables deletes a row when both sides have none
CREATE TABLE s (id INT PRIMARY KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE a AS SELECT * FROM s WHERE v > 5;
CREATE TABLE b AS SELECT * FROM t WHERE w > 5;
CREATE TABLE o AS SELECT ROWKEY AS k, v, w FROM a FULL OUTER JOIN b ON a.id = b.id;
INSERT INTO s VALUES (1, 10);
INSERT INTO t VALUES (1, 20);
INSERT INTO s VALUES (1, 1);
INSERT INTO t VALUES (1, 1);
ASSERT VALUES o (k, v, w) VALUES (1, 10, NULL);
ASSERT VALUES o (k, v, w) VALUES (1, 10, 20);
ASSERT VALUES o (k, v, w) VALUES (1, NULL, 20);
ASSERT NULL VALUES o (k) KEY (1);

--@test: a filter behind a join of tables deletes only what was there
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE b (id INT PRIMARY KEY, w INT) WITH (kafka_topic='b', value_format='JSON');
CREATE TABLE o AS SELECT a.id AS id, v, w FROM a JOIN b ON a.id = b.id WHERE v > w;
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 5);
INSERT INTO a VALUES (1, 6);
INSERT INTO a VALUES (1, 2);
INSERT INTO a VALUES (1, 3);
ASSERT VALUES o (id, v, w) VALUES (1, 6, 5);
ASSERT NULL VALUES o (id) KEY (1);

--@test: keys of two formats meet in tables, too
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', key_format='KAFKA', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', key_format='JSON', value_format='JSON');
CREATE TABLE b WITH (key_format='JSON') AS SELECT * FROM t WHERE w > 5;
CREATE TABLE o AS SELECT a.id AS id, v, w FROM a LEFT JOIN b ON a.id = b.id;
INSERT INTO t VALUES (1, 20);
INSERT INTO a VALUES (1, 10);
INSERT INTO t VALUES (1, 1);
ASSERT VALUES o (id, v, w) VALUES (1, 10, 20);
ASSERT VALUES o (id, v, w) VALUES (1, 10, NULL);

--@test: four tables of one key
CREATE TABLE a (id INT PRIMARY KEY, v INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE b (id INT PRIMARY KEY, v INT) WITH (kafka_topic='b', value_format='JSON');
CREATE TABLE c (id INT PRIMARY KEY, v INT) WITH (kafka_topic='c', value_format='JSON');
CREATE TABLE d (id INT PRIMARY KEY, v INT) WITH (kafka_topic='d', value_format='JSON');
CREATE TABLE o AS SELECT a.id AS id, a.v AS av, b.v AS bv, c.v AS cv, d.v AS dv FROM a JOIN b ON a.id = b.id LEFT JOIN c ON b.id = c.id JOIN d ON a.id = d.id;
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 2);
INSERT INTO d VALUES (1, 4);
INSERT INTO c VALUES (1, 3);
ASSERT VALUES o (id, av, bv, cv, dv) VALUES (1, 1, 2, NULL, 4);
ASSERT VALUES o (id, av, bv, cv, dv) VALUES (1, 1, 2, 3, 4);
