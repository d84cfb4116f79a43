--@test: counts, sums, extremes and averages of a group
CREATE STREAM s (id INT KEY, g VARCHAR, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n, COUNT(v) AS nv, SUM(v) AS total, MIN(v) AS least, MAX(v) AS most, AVG(v) AS mean FROM s GROUP BY g;
INSERT INTO s VALUES (1, 'a', 4);
INSERT INTO s VALUES (2, 'b', 1);
INSERT INTO s VALUES (3, 'a', NULL);
INSERT INTO s VALUES (4, 'a', 8);
INSERT INTO s VALUES (5, NULL, 8);
ASSERT VALUES t (g, n, nv, total, least, most, mean) VALUES ('a', 1, 1, 4, 4, 4, 4.0);
ASSERT VALUES t (g, n, nv, total, least, most, mean) VALUES ('b', 1, 1, 1, 1, 1, 1.0);
ASSERT VALUES t (g, n, nv, total, least, most, mean) VALUES ('a', 2, 1, 4, 4, 4, 4.0);
ASSERT VALUES t (g, n, nv, total, least, most, mean) VALUES ('a', 3, 2, 12, 4, 8, 6.0);

--@test: HAVING gives a deletion for a group that no longer passes
CREATE STREAM s (id INT KEY, g VARCHAR, v BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, SUM(v) AS total FROM s GROUP BY g HAVING SUM(v) > 5;
INSERT INTO s VALUES (1, 'a', 4);
INSERT INTO s VALUES (2, 'a', 4);
INSERT INTO s VALUES (3, 'a', -8);
ASSERT VALUES t (g, total) VALUES ('a', 8);
ASSERT NULL VALUES t (g) KEY ('a');

--@test: tumbling windows count apart, and their bounds can be selected
CREATE STREAM s (id INT KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n, WINDOWSTART AS ws, WINDOWEND AS we FROM s WINDOW TUMBLING (SIZE 1 SECOND) GROUP BY g;
INSERT INTO s (ROWTIME, id, g) VALUES (0, 1, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (999, 2, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (1000, 3, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (500, 4, 'a');
ASSERT VALUES t (g, n, ws, we) VALUES ('a', 1, 0, 1000);
ASSERT VALUES t (g, n, ws, we) VALUES ('a', 2, 0, 1000);
ASSERT VALUES t (g, n, ws, we) VALUES ('a', 1, 1000, 2000);
ASSERT VALUES t (g, n, ws, we) VALUES ('a', 3, 0, 1000);

--@test: a late row is left out once its window's grace has passed
CREATE STREAM s (id INT KEY, g VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT g, COUNT(*) AS n FROM s WINDOW TUMBLING (SIZE 1 SECOND, GRACE PERIOD 0 SECONDS) GROUP BY g;
INSERT INTO s (ROWTIME, id, g) VALUES (0, 1, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (1000, 2, 'a');
INSERT INTO s (ROWTIME, id, g) VALUES (10, 3, 'a');
ASSERT VALUES t (g, n) VALUES ('a', 1);
ASSERT VALUES t (g, n) VALUES ('a', 1);

--@test: the documents' example of cars that alarm too often, corrected
CREATE STREAM car_sensor (car_id INT, sensor_value DOUBLE) WITH (kafka_topic='car', value_format='DELIMITED');
CREATE TABLE possible_detect AS SELECT car_id, LATEST_BY_OFFSET(sensor_value) AS sensor_value, count(*) AS n FROM car_sensor WINDOW TUMBLING (SIZE 120 MINUTES) GROUP BY car_id HAVING count(*) > 2;
INSERT INTO car_sensor VALUES (1, 0.5);
INSERT INTO car_sensor VALUES (1, 0.75);
INSERT INTO car_sensor VALUES (2, 9.0);
INSERT INTO car_sensor VALUES (1, 1.5);
ASSERT VALUES possible_detect (car_id, sensor_value, n) VALUES (1, 1.5, 3);

--@test: a column outside of the groups is refused with advice
--@expected.error: INVALID_AGGREGATION
--@expected.at: sensor_value
--@expected.message: LATEST_BY_OFFSET(SENSOR_VALUE)
CREATE STREAM car_sensor (car_id INT, sensor_value DOUBLE) WITH (kafka_topic='car', value_format='DELIMITED');
CREATE TABLE possible_detect AS SELECT sensor_value, count(*) FROM car_sensor WINDOW TUMBLING (SIZE 120 MINUTES) GROUP BY car_id HAVING count(*) > 5;
