--@test: nested values survive
CREATE STREAM s (id INT KEY, a ARRAY<STRUCT<x INT, y MAP<VARCHAR, DOUBLE>>>, b BYTES, d DECIMAL(20, 4)) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, a[1]->y['z'] AS z, a, b, d FROM s;
INSERT INTO s VALUES (1, ARRAY[STRUCT(x := 1, y := MAP('z' := 0.25))], 'AQID', 1234567890123456.7891);
INSERT INTO s VALUES (2, NULL, NULL, NULL);
ASSERT VALUES o (id, z, a, b, d) VALUES (1, 0.25, ARRAY[STRUCT(x := 1, y := MAP('z' := 0.25))], 'AQID', 1234567890123456.7891);
ASSERT VALUES o (id, z, a, b, d) VALUES (2, NULL, NULL, NULL, NULL);

--@test: a single value stands alone where it is not to be wrapped
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', value_format='JSON', wrap_single_value=false);
CREATE STREAM o WITH (wrap_single_value=true) AS SELECT id, v + 1 AS v FROM s;
INSERT INTO s VALUES (1, 1);
ASSERT VALUES o (id, v) VALUES (1, 2);

--@test: two values cannot stand alone
--@expected.error: INVALID_PROPERTY
--@expected.at: wrap_single_value=false
--@expected.message: one column
CREATE STREAM s (id INT KEY, v INT, w INT) WITH (kafka_topic='s', value_format='JSON', wrap_single_value=false);

--@test: FORMAT and VALUE_FORMAT do not go together
--@expected.error: INVALID_PROPERTY
--@expected.at: value_format='JSON'
--@expected.message: FORMAT
CREATE STREAM s (id INT KEY, v INT) WITH (kafka_topic='s', format='JSON', value_format='JSON');

--@test: a NULL key of a map is written as a member of that name
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, MAP('x' := 1, a := 2) AS m FROM s;
INSERT INTO s VALUES (1, NULL);
ASSERT VALUES o (id, m) VALUES (1, MAP('x' := 1, 'null' := 2));
