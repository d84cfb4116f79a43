--@test: hopping windows overlap, and there is none before the epoch
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n, WINDOWSTART AS ws, WINDOWEND AS we FROM s WINDOW HOPPING (SIZE 10 SECONDS, ADVANCE BY 4 SECONDS) GROUP BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (5000, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (13999, 1, 1);
ASSERT VALUES t (id, n, ws, we) VALUES (1, 1, 0, 10000);
ASSERT VALUES t (id, n, ws, we) VALUES (1, 1, 4000, 14000);
ASSERT VALUES t (id, n, ws, we) VALUES (1, 2, 4000, 14000);
ASSERT VALUES t (id, n, ws, we) VALUES (1, 1, 8000, 18000);
ASSERT VALUES t (id, n, ws, we) VALUES (1, 1, 12000, 22000);

--@test: a row that closes the gap of two sessions deletes both and makes one
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total, WINDOWSTART AS ws, WINDOWEND AS we FROM s WINDOW SESSION (10 SECONDS) GROUP BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (15000, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (8000, 1, 4);
INSERT INTO s (ROWTIME, id, v) VALUES (25001, 1, 8);
ASSERT VALUES t (id, total, ws, we) VALUES (1, 1, 0, 0);
ASSERT VALUES t (id, total, ws, we) VALUES (1, 2, 15000, 15000);
ASSERT NULL VALUES t (id) KEY (1);
ASSERT NULL VALUES t (id) KEY (1);
ASSERT VALUES t (id, total, ws, we) VALUES (1, 7, 0, 15000);
ASSERT VALUES t (id, total, ws, we) VALUES (1, 8, 25001, 25001);

--@test: rows are late for a session once its gap and grace have passed
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW SESSION (10 SECONDS, GRACE PERIOD 1 SECOND) GROUP BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (11001, 2, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 4);
INSERT INTO s (ROWTIME, id, v) VALUES (1, 1, 8);
ASSERT VALUES t (id, total) VALUES (1, 1);
ASSERT VALUES t (id, total) VALUES (2, 2);
ASSERT VALUES t (id, total) VALUES (1, 8);

--@test: a final result comes when the grace has passed, late rows of the grace included
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total, WINDOWSTART AS ws FROM s WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 5 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (14999, 2, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (9000, 1, 4);
INSERT INTO s (ROWTIME, id, v) VALUES (15000, 2, 8);
ASSERT VALUES t (ROWTIME, id, total, ws) VALUES (9000, 1, 5, 0);

--@test: a final result is given however late the row comes that closes its window
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (400000000, 2, 2);
ASSERT VALUES t (id, total) VALUES (1, 1);

--@test: with RETENTION a window is kept no longer than it says, its final result neither
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS, RETENTION 20 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (10000, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (400000000, 2, 4);
ASSERT VALUES t (id, total) VALUES (1, 1);

--@test: the setting says how much longer final results are kept
SET 'ksql.emit.final.extra.retention.ms'='0';
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (10000, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (400000000, 2, 4);
ASSERT VALUES t (id, total) VALUES (1, 1);

--@test: a session's final result comes once nothing can be added to it
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total, WINDOWSTART AS ws, WINDOWEND AS we FROM s WINDOW SESSION (10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (5000, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (60000, 2, 4);
ASSERT VALUES t (id, total, ws, we) VALUES (1, 3, 0, 5000);

--@test: EMIT FINAL can be switched off
--@expected.error: INVALID_WINDOW
--@expected.at: EMIT FINAL
--@expected.message: ksql.suppress.enabled
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
SET 'ksql.suppress.enabled'='false';
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY id EMIT FINAL;

--@test: RETENTION is at least size and grace
--@expected.error: INVALID_WINDOW
--@expected.at: TUMBLING (SIZE 10 SECONDS, RETENTION 14 SECONDS, GRACE PERIOD 5 SECONDS)
--@expected.message: 15000 ms
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS, RETENTION 14 SECONDS, GRACE PERIOD 5 SECONDS) GROUP BY id;

--@test: windows do not advance by more than their size
--@expected.error: INVALID_WINDOW
--@expected.at: HOPPING (SIZE 10 SECONDS, ADVANCE BY 11 SECONDS)
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, SUM(v) AS total FROM s WINDOW HOPPING (SIZE 10 SECONDS, ADVANCE BY 11 SECONDS) GROUP BY id;

--@test: rows with windows are aggregated by the windows they have
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE sums AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY id;
CREATE STREAM changes (id INT KEY, total BIGINT) WITH (kafka_topic='SUMS', value_format='JSON', window_type='TUMBLING', window_size='10 SECONDS');
CREATE TABLE t AS SELECT id, COUNT(*) AS n, MAX(total) AS most, WINDOWSTART AS ws FROM changes GROUP BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (0, 1, 1);
INSERT INTO s (ROWTIME, id, v) VALUES (12000, 1, 2);
INSERT INTO s (ROWTIME, id, v) VALUES (3000, 1, 4);
ASSERT VALUES t (id, n, most, ws) VALUES (1, 1, 1, 0);
ASSERT VALUES t (id, n, most, ws) VALUES (1, 1, 2, 10000);
ASSERT VALUES t (id, n, most, ws) VALUES (1, 2, 5, 0);

--@test: rows with windows can be partitioned by the key they have, under another name
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE sums AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY id;
CREATE STREAM changes (id INT KEY, total BIGINT) WITH (kafka_topic='SUMS', value_format='JSON', window_type='TUMBLING', window_size='10 SECONDS');
CREATE STREAM o AS SELECT id AS k, total, WINDOWSTART AS ws FROM changes PARTITION BY id;
INSERT INTO s (ROWTIME, id, v) VALUES (12000, 1, 1);
ASSERT VALUES o (k, total, ws) VALUES (1, 1, 10000);

--@test: rows with windows take no other key by GROUP BY
--@expected.error: WINDOWED_REKEY
--@expected.at: a
--@expected.message: Only the key ID can stand here
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE TABLE t AS SELECT a, COUNT(*) AS n FROM s GROUP BY a;

--@test: rows with windows take no other key by PARTITION BY
--@expected.error: WINDOWED_REKEY
--@expected.at: a
--@expected.message: Only the key ID can stand here
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE STREAM t AS SELECT a, id FROM s PARTITION BY a;

--@test: rows with windows and several key columns are not grouped
--@expected.error: WINDOWED_REKEY
--@expected.at: id, k
--@expected.message: under a key without windows
CREATE STREAM s (id INT KEY, k INT KEY, a INT) WITH (kafka_topic='s', format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE TABLE t AS SELECT id, k, COUNT(*) AS n FROM s GROUP BY id, k;

--@test: rows with windows are put into no others
--@expected.error: INVALID_WINDOW
--@expected.at: TUMBLING (SIZE 1 MINUTE)
--@expected.message: in windows already
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='TUMBLING', window_size='1 SECOND');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY id;

--@test: a window's bound makes no group
--@expected.error: INVALID_WINDOW
--@expected.at: WINDOWSTART
--@expected.message: WINDOWSTART is known once rows are in their windows
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY id, WINDOWSTART;

--@test: a window's bound is no condition on groups
--@expected.error: INVALID_WINDOW
--@expected.at: WINDOWEND
--@expected.message: WINDOWEND is known once rows are in their windows
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY id HAVING WINDOWEND > 5;

--@test: a window's bound is not aggregated
--@expected.error: INVALID_WINDOW
--@expected.at: WINDOWSTART
--@expected.message: WINDOWSTART is known once rows are in their windows
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, MAX(WINDOWSTART + a) AS n FROM s WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY id;

--@test: a window's bound is no condition on rows
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: WINDOWSTART
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 MINUTE) WHERE WINDOWSTART > 5 GROUP BY id;

--@test: a stored window's bound needs a name of its own
--@expected.error: COLUMN_RESERVED
--@expected.at: WINDOWSTART
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n, WINDOWSTART FROM s WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY id;

--@test: the windows of a join's groups have bounds that cannot be selected
--@expected.error: INVALID_WINDOW
--@expected.at: WINDOWSTART
--@expected.message: no source of this join
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE r (id INT PRIMARY KEY, b INT) WITH (kafka_topic='r', value_format='JSON');
CREATE TABLE t AS SELECT s.id, COUNT(*) AS n, WINDOWSTART AS ws FROM s JOIN r ON s.id = r.id WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY s.id;

--@test: rows of a join of windowed streams are aggregated by the windows they have
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE sums AS SELECT id, SUM(v) AS total FROM s WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY id;
CREATE STREAM a (id INT KEY, total BIGINT) WITH (kafka_topic='SUMS', value_format='JSON', window_type='TUMBLING', window_size='10 SECONDS');
CREATE STREAM b (id INT KEY, v BIGINT) WITH (kafka_topic='SUMS', value_format='JSON', window_type='TUMBLING', window_size='10 SECONDS');
CREATE TABLE t AS SELECT a.id AS id, COUNT(*) AS n FROM a JOIN b WITHIN 1 SECOND ON a.id = b.id GROUP BY a.id;
INSERT INTO s (ROWTIME, id, v) VALUES (12000, 1, 1);
ASSERT VALUES t (id, n) VALUES (1, 1);
