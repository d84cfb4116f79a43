--@test: every statement ends in a semicolon
--@expected.error: SYNTAX
--@expected.at:
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON')

--@test: a text is closed
--@expected.error: SYNTAX
--@expected.at: '
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s, value_format=JSON);

--@test: a comment is closed
--@expected.error: SYNTAX
--@expected.at: /*
CREATE STREAM s (id INT KEY, a INT) /* with WITH (kafka_topic='s', value_format='JSON');

--@test: quotes of printed texts are no quotes of names either
--@expected.error: SYNTAX
--@expected.at: “
CREATE STREAM “s” (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: not every character means something
--@expected.error: SYNTAX
--@expected.at: ?
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a ? 2 AS b FROM s;

--@test: months have no fixed length
--@expected.error: SYNTAX
--@expected.at: MONTHS
CREATE STREAM s (id INT KEY, a TIMESTAMP) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TIMESTAMPADD(MONTHS, 1, a) AS b FROM s;

--@test: a list in brackets is no value
--@expected.error: SYNTAX
--@expected.at: ,
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT (id, a) AS b FROM s;

--@test: DECIMAL is followed by a number
--@expected.error: INVALID_LITERAL
--@expected.at: 'much'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, DECIMAL 'much' AS b FROM s;

--@test: a name is not empty
--@expected.error: SYNTAX
--@expected.at: ``
CREATE STREAM s (id INT KEY, `` INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a variable has a plain name
--@expected.error: SYNTAX
--@expected.at: 1a
DEFINE 1a = 'x';

--@test: a table is not asked for fewer rows than none
--@expected.error: INVALID_PULL_QUERY
--@expected.at: -1
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
SELECT * FROM t LIMIT -1;

--@test: nor a stream
--@expected.error: INVALID_LITERAL
--@expected.at: -1
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s EMIT CHANGES LIMIT -1;

--@test: all fields are those of a name or of what stands in brackets
--@expected.error: SYNTAX
--@expected.at: ->
CREATE STREAM s (id INT KEY, a STRUCT<x INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, id = a->* FROM s;

--@test: a lambda is no number
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: ABS
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ABS(x => x) AS b FROM s;

--@test: a unit of time is no value
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: ABS
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ABS(HOURS) AS b FROM s;

--@test: a first word that is like no other gets no guess
--@expected.error: UNKNOWN_STATEMENT
--@expected.at: Xyzzy
Xyzzy;
