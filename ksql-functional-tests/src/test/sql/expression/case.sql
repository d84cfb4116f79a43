--@test: the first condition that is true decides, and NULL is not true
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a > 10 THEN 'large' WHEN a > 5 THEN 'middling' WHEN NOT a > 5 THEN 'small' ELSE 'none' END AS c FROM s;
INSERT INTO s VALUES (1, 11);
INSERT INTO s VALUES (2, 6);
INSERT INTO s VALUES (3, NULL);
ASSERT VALUES o (id, c) VALUES (1, 'large');
ASSERT VALUES o (id, c) VALUES (2, 'middling');
ASSERT VALUES o (id, c) VALUES (3, 'small');

--@test: a branch that is not taken is not computed
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a = 0 THEN -1 ELSE 10 / a END AS c FROM s;
INSERT INTO s VALUES (1, 0);
INSERT INTO s VALUES (2, 5);
ASSERT VALUES o (id, c) VALUES (1, -1);
ASSERT VALUES o (id, c) VALUES (2, 2);

--@test: a condition is a truth value
--@expected.error: TYPE_MISMATCH
--@expected.at: a
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a THEN 1 END AS c FROM s;

--@test: results are not widened to each other
--@expected.error: TYPE_MISMATCH
--@expected.at: b
CREATE STREAM s (id INT KEY, a INT, b BIGINT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CASE WHEN a > 1 THEN a ELSE b END AS c FROM s;
