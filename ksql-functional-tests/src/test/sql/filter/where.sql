--@test: a filter drops rows whose condition is NULL
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE v > 1;
INSERT INTO s VALUES (1, 2);
INSERT INTO s VALUES (2, NULL);
INSERT INTO s VALUES (3, 1);
INSERT INTO s VALUES (4, 9);
ASSERT VALUES o (id, v) VALUES (1, 2);
ASSERT VALUES o (id, v) VALUES (4, 9);

--@test: AND, OR, NOT, BETWEEN, IN and LIKE decide what passes
CREATE STREAM s (id INT KEY, name VARCHAR, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s
  WHERE (name LIKE 'a_%' OR v IN (7, 8)) AND NOT v BETWEEN 3 AND 4;
INSERT INTO s VALUES (1, 'abc', 1);
INSERT INTO s VALUES (2, 'abc', 3);
INSERT INTO s VALUES (3, 'a', 1);
INSERT INTO s VALUES (4, 'x', 8);
INSERT INTO s VALUES (5, 'Grüße', 7);
ASSERT VALUES o (id, name, v) VALUES (1, 'abc', 1);
ASSERT VALUES o (id, name, v) VALUES (4, 'x', 8);
ASSERT VALUES o (id, name, v) VALUES (5, 'Grüße', 7);

--@test: a comparison with NULL is refused
--@expected.error: TYPE_MISMATCH
--@expected.at: v = NULL
--@expected.message: IS NULL
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE v = NULL;

--@test: a text that the time of a row is compared with is a time
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE ROWTIME > '2020-01-01T00:00:00.001';
CREATE STREAM p AS SELECT * FROM s WHERE ROWTIME BETWEEN '2020' AND '2020-01-01T01:00:00+0100';
INSERT INTO s (id, v, ROWTIME) VALUES (1, 1, 1577836800000);
INSERT INTO s (id, v, ROWTIME) VALUES (2, 2, 1577836800002);
ASSERT VALUES o (id, v) VALUES (2, 2);
ASSERT VALUES p (id, v) VALUES (1, 1);

--@test: a text that is no time cannot be compared with one
--@expected.error: TYPE_MISMATCH
--@expected.at: ROWTIME > 'soon'
--@expected.message: soon
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE ROWTIME > 'soon';
