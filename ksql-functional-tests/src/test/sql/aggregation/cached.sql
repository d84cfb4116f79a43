--@test: changes of a group that are put together give what they give one by one
SET 'statestore.cache.max.bytes'='1000000';
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n, SUM(v) AS total, MIN(v) AS least FROM s GROUP BY id;
INSERT INTO s (id, v) VALUES (1, 4);
INSERT INTO s (id, v) VALUES (1, NULL);
INSERT INTO s (id, v) VALUES (2, 7);
INSERT INTO s (id, v) VALUES (1, 2);
ASSERT VALUES t (id, n, total, least) VALUES (1, 1, 4, 4);
ASSERT VALUES t (id, n, total, least) VALUES (1, 2, 4, 4);
ASSERT VALUES t (id, n, total, least) VALUES (2, 1, 7, 7);
ASSERT VALUES t (id, n, total, least) VALUES (1, 3, 6, 2);

--@test: a group whose changes are put together is deleted when HAVING takes it out
SET 'statestore.cache.max.bytes'='1000000';
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id HAVING COUNT(*) < 3;
INSERT INTO s (id, v) VALUES (1, 1);
INSERT INTO s (id, v) VALUES (1, 1);
INSERT INTO s (id, v) VALUES (1, 1);
ASSERT VALUES t (id, n) VALUES (1, 1);
ASSERT VALUES t (id, n) VALUES (1, 2);
ASSERT NULL VALUES t (id) KEY (1);

--@test: a late row joins its window until the grace has passed, though changes are put together
SET 'statestore.cache.max.bytes'='1000000';
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total, WINDOWSTART AS ws FROM s WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 5 SECONDS) GROUP BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (3000, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (4000, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (14999, 1, 4);
INSERT INTO s (ROWTIME, id, v) VALUES (2000, 1, 8);
INSERT INTO s (ROWTIME, id, v) VALUES (15000, 1, 16);
INSERT INTO s (ROWTIME, id, v) VALUES (9999, 1, 32);
INSERT INTO s (ROWTIME, id, v) VALUES (10000, 1, 64);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (3000, 1, 1, 0);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (4000, 1, 3, 0);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (14999, 1, 4, 10000);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (4000, 1, 11, 0);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (15000, 1, 20, 10000);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (15000, 1, 84, 10000);

--@test: a row that closes a window does not lose what was put together for it
SET 'statestore.cache.max.bytes'='1000000';
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total, WINDOWSTART AS ws FROM s WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (9999, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (50000, 2, 4);
ASSERT VALUES t (id, total, ws) VALUES (1, 1, 0);
ASSERT VALUES t (id, total, ws) VALUES (1, 3, 0);
ASSERT VALUES t (id, total, ws) VALUES (2, 4, 50000);
