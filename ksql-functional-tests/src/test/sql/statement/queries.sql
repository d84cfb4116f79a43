--@test: a query that is paused reads on when it is resumed
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 1);
PAUSE CSAS_O_1;
RESUME CSAS_O_1;
INSERT INTO s VALUES (2, 2);
ASSERT VALUES o (id, a) VALUES (1, 1);
ASSERT VALUES o (id, a) VALUES (2, 2);

--@test: a query that is terminated writes no more
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
CREATE STREAM p AS SELECT * FROM s;
INSERT INTO s VALUES (1, 1);
TERMINATE QUERY CSAS_O;
INSERT INTO s VALUES (2, 2);
TERMINATE ALL;
INSERT INTO s VALUES (3, 3);
ASSERT VALUES o (id, a) VALUES (1, 1);
ASSERT VALUES p (id, a) VALUES (1, 1);
ASSERT VALUES p (id, a) VALUES (2, 2);

--@test: all queries are paused and resumed
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
PAUSE ALL;
RESUME ALL;
INSERT INTO s VALUES (1, 1);
ASSERT VALUES o (id, a) VALUES (1, 1);

--@test: a query that is not there
--@expected.error: QUERY_NOT_FOUND
--@expected.at: CSAS_O_1
TERMINATE CSAS_O_1;

--@test: a query's name without its number must mean one
--@expected.error: QUERY_NOT_FOUND
--@expected.at: INSERTQUERY
--@expected.message: INSERTQUERY_2
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO o SELECT * FROM s;
INSERT INTO o SELECT id, a + 1 AS a FROM s;
TERMINATE INSERTQUERY;
