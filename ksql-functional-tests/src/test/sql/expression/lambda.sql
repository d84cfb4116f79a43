--@test: maps are transformed, filtered and reduced
CREATE STREAM s (id INT KEY, m MAP<VARCHAR, INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TRANSFORM(m, (k, v) => UCASE(k), (k, v) => v * 2) AS t, FILTER(m, (k, v) => v > 1 AND k <> 'c') AS f, REDUCE(m, 10, (sum, k, v) => sum + v) AS r FROM s;
INSERT INTO s VALUES (1, MAP('a' := 1, 'b' := 2, 'c' := 3));
INSERT INTO s VALUES (2, NULL);
ASSERT VALUES o (id, t, f, r) VALUES (1, MAP('A' := 2, 'B' := 4, 'C' := 6), MAP('b' := 2), 16);
ASSERT VALUES o (id, t, f, r) VALUES (2, NULL, NULL, 10);

--@test: a lambda may stand in another
CREATE STREAM s (id INT KEY, a ARRAY<ARRAY<INT>>, n INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TRANSFORM(a, x => REDUCE(x, 0, (sum, y) => sum + y * n)) AS t FROM s;
INSERT INTO s VALUES (1, ARRAY[ARRAY[1, 2], ARRAY[3]], 2);
ASSERT VALUES o (id, t) VALUES (1, ARRAY[6, 6]);

--@test: an argument is not named like a column
--@expected.error: COLUMN_DUPLICATE
--@expected.at: n
CREATE STREAM s (id INT KEY, a ARRAY<INT>, n INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TRANSFORM(a, n => n + 1) AS t FROM s;

--@test: an argument is named once
--@expected.error: COLUMN_DUPLICATE
--@expected.at: x
CREATE STREAM s (id INT KEY, m MAP<VARCHAR, INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, FILTER(m, (x, x) => true) AS t FROM s;

--@test: an inner lambda does not take the names of the outer one
--@expected.error: COLUMN_DUPLICATE
--@expected.at: x
CREATE STREAM s (id INT KEY, a ARRAY<ARRAY<INT>>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TRANSFORM(a, x => TRANSFORM(x, x => x + 1)) AS t FROM s;

--@test: a lambda has as many arguments as are given to it
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: FILTER
CREATE STREAM s (id INT KEY, m MAP<VARCHAR, INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, FILTER(m, x => true) AS t FROM s;
