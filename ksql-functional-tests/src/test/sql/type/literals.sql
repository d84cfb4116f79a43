--@test: the type of a number is that of its digits
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 123 AS a, 2147483648 AS b, -2147483648 AS c, -9223372036854775808 AS d, 1.50 AS e, .5 AS f, 1. AS g, 0.01 AS h, 1E3 AS i, 1.5e-2 AS j, DECIMAL '1.50' AS k, TRUE AS l FROM s;
ASSERT STREAM o (id INT KEY, a INT, b BIGINT, c INT, d BIGINT, e DECIMAL(3, 2), f DECIMAL(2, 1), g DECIMAL(1, 0), h DECIMAL(3, 2), i DOUBLE, j DOUBLE, k DECIMAL(3, 2), l BOOLEAN);
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k, l) VALUES (1, 123, 2147483648, -2147483648, -9223372036854775808, 1.50, 0.5, 1, 0.01, 1000.0E0, 0.015E0, 1.50, true);

--@test: a number of too many digits is refused
--@expected.error: INVALID_LITERAL
--@expected.at: 9223372036854775808
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 9223372036854775808 AS a FROM s;

--@test: so is a negative one
--@expected.error: INVALID_LITERAL
--@expected.at: -9223372036854775809
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, -9223372036854775809 AS a FROM s;

--@test: and one that is no DOUBLE
--@expected.error: INVALID_LITERAL
--@expected.at: 1E400
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 1E400 AS a FROM s;

--@test: a quote in a text is doubled, and nothing else is special
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, 'it''s' AS a, 'a\n%"b' AS b, '' AS c, ';--' AS d FROM s;
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, a, b, c, d) VALUES (1, 'it''s', 'a\n%"b', '', ';--');

--@test: the types have other names too
CREATE STREAM s (id INTEGER KEY, a INT, b STRING, c VARCHAR(STRING), d VARCHAR, e DECIMAL(4, 0), f INT ARRAY, g STRUCT<>) WITH (kafka_topic='s', value_format='JSON');
ASSERT STREAM s (id INT KEY, a INTEGER, b VARCHAR, c VARCHAR, d VARCHAR, e DECIMAL(4, 0), f ARRAY<INT>, g STRUCT<>);
