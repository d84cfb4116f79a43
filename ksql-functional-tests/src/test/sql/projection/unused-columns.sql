-- Columns that no part of a query uses are not decoded.

--@test: a column that is not used may hold anything
CREATE STREAM lines (line STRING) WITH (kafka_topic='s', value_format='KAFKA', partitions=1);
CREATE STREAM s (a INT, b INT, c STRING) WITH (kafka_topic='s', value_format='DELIMITED');
CREATE STREAM o AS SELECT a, c FROM s;
CREATE STREAM every AS SELECT * FROM s;
INSERT INTO lines VALUES ('1,x,kept');
INSERT INTO lines VALUES ('y,2,left out');
INSERT INTO lines VALUES ('3,3,kept');
ASSERT VALUES o (a, c) VALUES (1, 'kept');
ASSERT VALUES o (a, c) VALUES (3, 'kept');
ASSERT VALUES every (a, b, c) VALUES (3, 3, 'kept');

--@test: a record must have as many fields as there are columns, used or not
CREATE STREAM lines (line STRING) WITH (kafka_topic='s', value_format='KAFKA', partitions=1);
CREATE STREAM s (a INT, b INT, c STRING) WITH (kafka_topic='s', value_format='DELIMITED');
CREATE STREAM o AS SELECT a FROM s;
INSERT INTO lines VALUES ('1,2');
INSERT INTO lines VALUES ('1,2,3,4');
INSERT INTO lines VALUES ('5,x,y');
ASSERT VALUES o (a) VALUES (5);

--@test: a member of JSON that is not used may hold anything, but the record must be JSON
CREATE STREAM lines (line STRING) WITH (kafka_topic='s', value_format='KAFKA', partitions=1);
CREATE STREAM s (a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (value_format='DELIMITED') AS SELECT a FROM s;
INSERT INTO lines VALUES ('{"a":1,"b":{"deep":[1,2]}}');
INSERT INTO lines VALUES ('{"a":2,"b":}');
INSERT INTO lines VALUES ('{"a":3,"b":"x"}');
ASSERT VALUES o (a) VALUES (1);
ASSERT VALUES o (a) VALUES (3);

--@test: what a condition, a key, the time or a group needs is used
CREATE STREAM s (a INT, b INT, c STRING, t BIGINT) WITH (kafka_topic='s', value_format='JSON', timestamp='t', partitions=1);
CREATE STREAM o AS SELECT a, ROWTIME AS r FROM s WHERE b > 1;
CREATE STREAM p AS SELECT c, a FROM s PARTITION BY c;
CREATE TABLE n AS SELECT c, COUNT(*) AS n FROM s GROUP BY c;
INSERT INTO s VALUES (1, 1, 'x', 10);
INSERT INTO s VALUES (2, 2, 'y', 20);
ASSERT VALUES o (a, r) VALUES (2, 20);
ASSERT VALUES p (c, a) VALUES ('x', 1);
ASSERT VALUES p (c, a) VALUES ('y', 2);
ASSERT VALUES n (c, n) VALUES ('x', 1);
ASSERT VALUES n (c, n) VALUES ('y', 1);

--@test: both sides of a join keep what is selected of them
CREATE STREAM l (id INT KEY, a INT, b INT, c INT) WITH (kafka_topic='l', format='JSON', partitions=1);
CREATE STREAM r (id INT KEY, d INT, e INT, f INT) WITH (kafka_topic='r', format='JSON', partitions=1);
CREATE TABLE t (id INT PRIMARY KEY, g INT, h INT) WITH (kafka_topic='t', format='JSON', partitions=1);
CREATE STREAM o AS SELECT l.id, c, e FROM l JOIN r WITHIN 1 HOUR ON l.id = r.id;
CREATE STREAM q AS SELECT l.id, b, h FROM l JOIN t ON l.id = t.id;
INSERT INTO t VALUES (1, 7, 8);
INSERT INTO l VALUES (1, 1, 2, 3);
INSERT INTO r VALUES (1, 4, 5, 6);
ASSERT VALUES o (l_id, c, e) VALUES (1, 3, 5);
ASSERT VALUES q (l_id, b, h) VALUES (1, 2, 8);
