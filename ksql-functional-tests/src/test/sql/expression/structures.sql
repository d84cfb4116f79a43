--@test: a map is read by its key
CREATE STREAM s (id INT KEY, m MAP<VARCHAR, INT>, k VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, m['a'] AS a, m[k] AS k FROM s;
INSERT INTO s VALUES (1, MAP('a' := 1, 'b' := 2), 'b');
INSERT INTO s VALUES (2, MAP('b' := 2), NULL);
INSERT INTO s VALUES (3, NULL, 'b');
ASSERT VALUES o (id, a, k) VALUES (1, 1, 2);
ASSERT VALUES o (id, a, k) VALUES (2, NULL, NULL);
ASSERT VALUES o (id, a, k) VALUES (3, NULL, NULL);

--@test: constructors widen what they hold
CREATE STREAM s (id INT KEY, a INT, l BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ARRAY[a, l, NULL] AS r, MAP('x' := a, 'y' := 2.5) AS m, STRUCT(f := a, `g` := STRUCT(h := l)) AS t, ARRAY['1', 2] AS u FROM s;
ASSERT STREAM o (id INT KEY, r ARRAY<BIGINT>, m MAP<VARCHAR, DECIMAL(11, 1)>, t STRUCT<f INT, `g` STRUCT<h BIGINT>>, u ARRAY<VARCHAR>);
INSERT INTO s VALUES (1, 2, 3);
ASSERT VALUES o (id, r, m, t, u) VALUES (1, ARRAY[2, 3, NULL], MAP('x' := 2.0, 'y' := 2.5), STRUCT(f := 2, `g` := STRUCT(h := 3)), ARRAY['1', '2']);

--@test: an array has an element
--@expected.error: TYPE_MISMATCH
--@expected.at: ARRAY[]
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ARRAY[] AS a FROM s;

--@test: an array has an element with a type
--@expected.error: TYPE_MISMATCH
--@expected.at: ARRAY[NULL]
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ARRAY[NULL] AS a FROM s;

--@test: a map has an entry
--@expected.error: TYPE_MISMATCH
--@expected.at: MAP()
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, MAP() AS a FROM s;

--@test: a map has a value with a type
--@expected.error: TYPE_MISMATCH
--@expected.at: MAP('a' := NULL)
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, MAP('a' := NULL) AS a FROM s;

--@test: a struct has each field once
--@expected.error: COLUMN_DUPLICATE
--@expected.at: f
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, STRUCT(f := 1, f := 2) AS a FROM s;

--@test: a struct is not read by a subscript
--@expected.error: TYPE_MISMATCH
--@expected.at: r['x']
--@expected.message: ->
CREATE STREAM s (id INT KEY, r STRUCT<x INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, r['x'] AS a FROM s;

--@test: a field that is not there is refused
--@expected.error: FIELD_NOT_FOUND
--@expected.at: xz
--@expected.message: Did you mean XY
CREATE STREAM s (id INT KEY, r STRUCT<xy INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, r->xz AS a FROM s;

--@test: an array is read by a whole number
--@expected.error: TYPE_MISMATCH
--@expected.at: 'x'
CREATE STREAM s (id INT KEY, r ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, r['x'] AS a FROM s;
