--@test: fields are split by the delimiter that is asked for, and quoted where they hold it
CREATE STREAM s (id INT KEY, a VARCHAR, b INT) WITH (kafka_topic='s', value_format='DELIMITED', value_delimiter='|');
CREATE STREAM o WITH (value_delimiter='TAB') AS SELECT id, a, b FROM s;
CREATE STREAM p WITH (value_format='JSON') AS SELECT id, a, b FROM o;
INSERT INTO s VALUES (1, 'x|y', 2);
INSERT INTO s VALUES (2, 'say "hi", you', 3);
INSERT INTO s VALUES (3, 'Grüße 日本', NULL);
ASSERT VALUES o (id, a, b) VALUES (1, 'x|y', 2);
ASSERT VALUES o (id, a, b) VALUES (2, 'say "hi", you', 3);
ASSERT VALUES o (id, a, b) VALUES (3, 'Grüße 日本', NULL);
ASSERT VALUES p (id, a, b) VALUES (1, 'x|y', 2);
ASSERT VALUES p (id, a, b) VALUES (2, 'say "hi", you', 3);
ASSERT VALUES p (id, a, b) VALUES (3, 'Grüße 日本', NULL);

--@test: an inherited format takes its delimiter along
CREATE STREAM s (id INT KEY, a VARCHAR, b INT) WITH (kafka_topic='s', value_format='DELIMITED', value_delimiter='SPACE');
CREATE STREAM o AS SELECT id, a AS a, b FROM s;
INSERT INTO s VALUES (1, 'x y', 2);
ASSERT VALUES o (id, a, b) VALUES (1, 'x y', 2);

--@test: numbers, decimals, truth values and times are written as text
CREATE STREAM s (id INT KEY, l BIGINT, d DOUBLE, e DECIMAL(6, 2), t BOOLEAN, ts TIMESTAMP, dt DATE, ti TIME) WITH (kafka_topic='s', value_format='DELIMITED');
CREATE STREAM o WITH (value_format='JSON') AS SELECT * FROM s;
INSERT INTO s VALUES (1, 9007199254740993, 0.5, 1234.50, true, '2020-02-29T12:30:00', '2020-02-29', '23:59:59');
ASSERT VALUES o (id, l, d, e, t, ts, dt, ti) VALUES (1, 9007199254740993, 0.5, 1234.50, true, '2020-02-29T12:30:00', '2020-02-29', '23:59:59');

--@test: an array has no place in delimited text
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='DELIMITED'
--@expected.message: VALUE_FORMAT = 'JSON'
CREATE STREAM s (id INT KEY, a ARRAY<INT>) WITH (kafka_topic='s', value_format='DELIMITED');

--@test: a delimiter is no option of JSON
--@expected.error: INVALID_PROPERTY
--@expected.at: value_delimiter='|'
--@expected.message: JSON
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', value_delimiter='|');

--@test: a key of several columns can be delimited
CREATE STREAM s (a INT KEY, b VARCHAR KEY, c INT) WITH (kafka_topic='s', key_format='DELIMITED', key_delimiter=';', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s;
INSERT INTO s VALUES (1, 'x;y', 2);
ASSERT VALUES o (a, b, c) VALUES (1, 'x;y', 2);

--@test: text that begins with a minus is read back as it was
CREATE STREAM s (id INT KEY, a VARCHAR, b INT) WITH (kafka_topic='s', value_format='DELIMITED');
CREATE STREAM o AS SELECT id, b - 5 AS low, a FROM s;
INSERT INTO s VALUES (1, '-x', 2);
ASSERT VALUES o (id, low, a) VALUES (1, -3, '-x');
