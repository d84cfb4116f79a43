-- A text that goes from a topic to another as it is need not become a String on the way.

--@test: a copied text is written as its new place wants it
CREATE STREAM lines (line STRING) WITH (kafka_topic='s', value_format='KAFKA', partitions=1);
CREATE STREAM s (a STRING, b STRING, c STRING) WITH (kafka_topic='s', value_format='DELIMITED', value_delimiter=';');
CREATE STREAM commas WITH (value_format='DELIMITED', value_delimiter=',') AS SELECT c, b, a FROM s;
CREATE STREAM written (line STRING) WITH (kafka_topic='COMMAS', value_format='KAFKA');
CREATE STREAM o AS SELECT line FROM written;
CREATE STREAM j WITH (value_format='JSON') AS SELECT * FROM s;
INSERT INTO lines VALUES ('plain;with, comma;"quoted; twice"');
INSERT INTO lines VALUES (' blank;in"side;back\slash');
INSERT INTO lines VALUES ('größer;;');
ASSERT VALUES o (line) VALUES ('quoted; twice,"with, comma",plain');
ASSERT VALUES o (line) VALUES ('back\slash,"in""side"," blank"');
ASSERT VALUES o (line) VALUES (',,größer');
ASSERT VALUES j (a, b, c) VALUES ('plain', 'with, comma', 'quoted; twice');
ASSERT VALUES j (a, b, c) VALUES (' blank', 'in"side', 'back\slash');
ASSERT VALUES j (a, b, c) VALUES ('größer', NULL, NULL);

--@test: a text is copied and computed with in one statement
CREATE STREAM s (a STRING, b STRING) WITH (kafka_topic='s', value_format='DELIMITED', partitions=1);
CREATE STREAM o AS SELECT a, UCASE(a) AS u, a + b AS ab, CASE WHEN a = 'x' THEN b ELSE a END AS c, ARRAY[a, b][2] AS i, CAST(b AS INT) AS n FROM s WHERE a LIKE '%x%' AND b IN ('1', '2');
INSERT INTO s VALUES ('x', '1');
INSERT INTO s VALUES ('xy', '2');
INSERT INTO s VALUES ('xz', '3');
ASSERT VALUES o (a, u, ab, c, i, n) VALUES ('x', 'X', 'x1', '1', '1', 1);
ASSERT VALUES o (a, u, ab, c, i, n) VALUES ('xy', 'XY', 'xy2', 'xy', '2', 2);

--@test: a copied text may give the time
CREATE STREAM s (a STRING, t STRING) WITH (kafka_topic='s', value_format='DELIMITED', timestamp='t', timestamp_format='yyyy-MM-dd HH:mm:ssX', partitions=1);
CREATE STREAM o WITH (timestamp='t', timestamp_format='yyyy-MM-dd HH:mm:ssX') AS SELECT * FROM s;
CREATE STREAM p AS SELECT a, ROWTIME AS r FROM o;
INSERT INTO s VALUES ('x', '1970-01-01 00:00:01Z');
ASSERT VALUES p (a, r) VALUES ('x', 1000);

--@test: a text that becomes a key, a group or part of a table
CREATE STREAM s (a STRING, b STRING) WITH (kafka_topic='s', value_format='DELIMITED', partitions=1);
CREATE STREAM k AS SELECT a, b FROM s PARTITION BY a;
CREATE TABLE g AS SELECT a, LATEST_BY_OFFSET(b) AS last FROM s GROUP BY a;
INSERT INTO s VALUES ('x', '1');
INSERT INTO s VALUES ('x', '2');
ASSERT VALUES k (a, b) VALUES ('x', '1');
ASSERT VALUES k (a, b) VALUES ('x', '2');
ASSERT VALUES g (a, last) VALUES ('x', '1');
ASSERT VALUES g (a, last) VALUES ('x', '2');
