--@test: a left join keeps rows without a partner
CREATE STREAM car (car_id INT, car_model VARCHAR, owner_id INT) WITH (kafka_topic='car', value_format='JSON');
CREATE TABLE users (user_id INT PRIMARY KEY, name VARCHAR) WITH (kafka_topic='users', value_format='JSON');
CREATE STREAM car_sensor_XYZ AS SELECT car_ID, car_model, owner_id value, u.name FROM car c LEFT JOIN users u ON c.owner_id = u.user_id WHERE c.car_model = 'Luxury Car ABC';
ASSERT STREAM car_sensor_XYZ (value INT KEY, car_id INT, car_model VARCHAR, name VARCHAR);
INSERT INTO users VALUES (1, 'Ann');
INSERT INTO car VALUES (10, 'Luxury Car ABC', 1);
INSERT INTO car VALUES (11, 'Luxury Car ABC', 2);
INSERT INTO car VALUES (12, 'Other', 1);
INSERT INTO users VALUES (2, 'Bob');
INSERT INTO car VALUES (13, 'Luxury Car ABC', 2);
ASSERT VALUES car_sensor_XYZ (value, car_id, car_model, name) VALUES (1, 10, 'Luxury Car ABC', 'Ann');
ASSERT VALUES car_sensor_XYZ (value, car_id, car_model, name) VALUES (2, 11, 'Luxury Car ABC', NULL);
ASSERT VALUES car_sensor_XYZ (value, car_id, car_model, name) VALUES (2, 13, 'Luxury Car ABC', 'Bob');

--@test: an inner join leaves rows without a partner out
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w VARCHAR) WITH (kafka_topic='t', value_format='DELIMITED');
CREATE STREAM o AS SELECT s.id, v, w FROM s JOIN t ON s.id = t.id;
INSERT INTO s VALUES (1, 5);
INSERT INTO t VALUES (1, 'one');
INSERT INTO s VALUES (1, 6);
ASSERT VALUES o (s_id, v, w) VALUES (1, 6, 'one');

--@test: a star of a join names every column with its source
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, v INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s LEFT JOIN t ON s.id = t.id;
ASSERT STREAM o (s_id INT KEY, s_v INT, t_id INT, t_v INT);
INSERT INTO s VALUES (1, 5);
ASSERT VALUES o (s_id, s_v, t_id, t_v) VALUES (1, 5, NULL, NULL);

--@test: a column that does not exist is named with a hint
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: model
--@expected.message: CAR_MODEL
CREATE STREAM car (car_id INT, car_model VARCHAR, owner_id INT) WITH (kafka_topic='car', value_format='JSON');
CREATE TABLE users (user_id INT PRIMARY KEY, name VARCHAR) WITH (kafka_topic='users', value_format='JSON');
CREATE STREAM x AS SELECT car_ID, car_model, owner_id value FROM car c LEFT JOIN users u ON c.owner_id = u.user_id WHERE c.model = 'Luxury Car ABC';

--@test: a stream can be joined to one table after the other
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE u (id INT PRIMARY KEY, v VARCHAR) WITH (kafka_topic='u', value_format='JSON');
CREATE STREAM o AS SELECT s.b AS k, s.id AS id, t.v AS one, u.v AS two FROM s JOIN t ON s.a = t.id LEFT JOIN u ON s.b = u.id;
INSERT INTO t VALUES (1, 'one');
INSERT INTO u VALUES (2, 'two');
INSERT INTO s VALUES (10, 1, 2);
INSERT INTO s VALUES (11, 1, 3);
INSERT INTO s VALUES (12, 9, 2);
ASSERT VALUES o (k, id, one, two) VALUES (2, 10, 'one', 'two');
ASSERT VALUES o (k, id, one, two) VALUES (3, 11, 'one', NULL);

--@test: a deleted row of the table joins no more
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE big AS SELECT id, w FROM t WHERE w > 5;
CREATE STREAM o AS SELECT s.id AS id, v, w FROM s JOIN big ON s.id = big.id;
INSERT INTO t VALUES (1, 6);
INSERT INTO s VALUES (1, 1);
INSERT INTO t VALUES (1, 5);
INSERT INTO s VALUES (1, 2);
ASSERT VALUES o (id, v, w) VALUES (1, 1, 6);

--@test: the side of the stream may be an expression
CREATE STREAM s (id INT KEY, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT t.id, v, w FROM s LEFT JOIN t ON CAST(s.v AS INT) = t.id;
INSERT INTO t VALUES (5, 50);
INSERT INTO s VALUES (1, 5);
ASSERT VALUES o (t_id, v, w) VALUES (5, 5, 50);

--@test: a join can be grouped
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, w VARCHAR) WITH (kafka_topic='t', value_format='JSON');
CREATE TABLE o AS SELECT t.w AS w, SUM(s.v) AS n FROM s JOIN t ON s.id = t.id GROUP BY t.w;
INSERT INTO t VALUES (1, 'x');
INSERT INTO t VALUES (2, 'x');
INSERT INTO s VALUES (1, 5);
INSERT INTO s VALUES (2, 6);
ASSERT VALUES o (w, n) VALUES ('x', 5);
ASSERT VALUES o (w, n) VALUES ('x', 11);

--@test: the times of both sides have names of their own
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t (id INT PRIMARY KEY, b INT) WITH (kafka_topic='t', value_format='JSON');
CREATE STREAM o AS SELECT s.id AS id, s.ROWTIME, t.ROWTIME FROM s JOIN t ON s.id = t.id;
INSERT INTO t (id, b, ROWTIME) VALUES (1, 2, 10);
INSERT INTO s (id, a, ROWTIME) VALUES (1, 3, 20);
ASSERT VALUES o (id, s_ROWTIME, t_ROWTIME) VALUES (1, 20, 10);
