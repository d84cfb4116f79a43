--@test: expressions are computed and named
CREATE STREAM s (id INT KEY, a INT, b DOUBLE, c VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a + 1, b * 2 AS twice, UCASE(c) AS big, CAST(a AS VARCHAR) AS t FROM s;
ASSERT STREAM o (id INT KEY, KSQL_COL_0 INT, twice DOUBLE, big VARCHAR, t VARCHAR);
INSERT INTO s VALUES (1, 41, 1.5, 'ß');
INSERT INTO s VALUES (2, NULL, NULL, NULL);
ASSERT VALUES o (id, KSQL_COL_0, twice, big, t) VALUES (1, 42, 3.0, 'SS', '41');
ASSERT VALUES o (id, KSQL_COL_0, twice, big, t) VALUES (2, NULL, NULL, NULL, NULL);

--@test: a failing expression is NULL and the rest of the row goes on
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 10 / a AS q, a FROM s;
INSERT INTO s VALUES (1, 0);
INSERT INTO s VALUES (2, 5);
ASSERT VALUES o (id, q, a) VALUES (1, NULL, 0);
ASSERT VALUES o (id, q, a) VALUES (2, 2, 5);

--@test: a key column may be renamed and copied
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id AS k, AS_VALUE(id) AS copy, a FROM s;
INSERT INTO s VALUES (7, 1);
ASSERT VALUES o (k, copy, a) VALUES (7, 7, 1);

--@test: PARTITION BY makes another column the key
CREATE STREAM s (id INT KEY, name VARCHAR, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s PARTITION BY name;
ASSERT STREAM o (name VARCHAR KEY, a INT, id INT);
INSERT INTO s VALUES (7, 'x', 1);
ASSERT VALUES o (name, a, id) VALUES ('x', 1, 7);

--@test: CASE takes the first branch that holds
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a < 0 THEN 'low' WHEN a > 9 THEN 'high' ELSE 'ok' END AS c FROM s;
INSERT INTO s VALUES (1, -1);
INSERT INTO s VALUES (2, 10);
INSERT INTO s VALUES (3, 5);
ASSERT VALUES o (id, c) VALUES (1, 'low');
ASSERT VALUES o (id, c) VALUES (2, 'high');
ASSERT VALUES o (id, c) VALUES (3, 'ok');

--@test: the time of a row can be selected under another name
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ROWTIME AS t, a FROM s;
INSERT INTO s (ROWTIME, id, a) VALUES (1234, 1, 5);
ASSERT VALUES o (ROWTIME, id, t, a) VALUES (1234, 1, 1234, 5);

--@test: the result must keep its key column
--@expected.error: INVALID_KEY
--@expected.at: a
--@expected.message: Add ID to SELECT
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT a FROM s;

--@test: a function takes a unit of time
CREATE STREAM s (id INT KEY, t TIMESTAMP) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TIMESTAMPADD(HOURS, 2, t) AS later FROM s;
INSERT INTO s VALUES (1, '2020-01-01T00:00:00');
ASSERT VALUES o (id, later) VALUES (1, '2020-01-01T02:00:00');
