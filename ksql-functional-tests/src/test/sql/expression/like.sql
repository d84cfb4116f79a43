--@test: % stands for any text and _ for one character
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, t LIKE 'a%' AS a, t LIKE '_b%c' AS b, t LIKE 'a.c' AS c, t NOT LIKE '%c' AS d FROM s;
INSERT INTO s VALUES (1, 'abbc');
INSERT INTO s VALUES (2, 'a.c');
INSERT INTO s VALUES (3, 'ABBC');
INSERT INTO s VALUES (4, NULL);
ASSERT VALUES o (id, a, b, c, d) VALUES (1, true, true, false, false);
ASSERT VALUES o (id, a, b, c, d) VALUES (2, true, false, true, false);
ASSERT VALUES o (id, a, b, c, d) VALUES (3, false, false, false, true);
ASSERT VALUES o (id) VALUES (4);

--@test: the escape character takes the next one as it is
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, t LIKE 'a!%' ESCAPE '!' AS a, t LIKE 'a!_%' ESCAPE '!' AS b, t LIKE 'a!!%' ESCAPE '!' AS c FROM s;
INSERT INTO s VALUES (1, 'a%');
INSERT INTO s VALUES (2, 'a_b');
INSERT INTO s VALUES (3, 'a!b');
ASSERT VALUES o (id, a, b, c) VALUES (1, true, false, false);
ASSERT VALUES o (id, a, b, c) VALUES (2, false, true, false);
ASSERT VALUES o (id, a, b, c) VALUES (3, false, false, true);

--@test: the pattern may be a column
CREATE STREAM s (id INT KEY, t VARCHAR, p VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE t LIKE p;
INSERT INTO s VALUES (1, 'abc', '%c');
INSERT INTO s VALUES (2, 'abc', 'c%');
INSERT INTO s VALUES (3, 'abc', NULL);
ASSERT VALUES o (id, t) VALUES (1, 'abc');

--@test: an escape is one character
--@expected.error: INVALID_LITERAL
--@expected.at: 'xx'
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE t LIKE 'a' ESCAPE 'xx';

--@test: a pattern does not end in its escape
--@expected.error: INVALID_LITERAL
--@expected.at: 'a!'
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE t LIKE 'a!' ESCAPE '!';

--@test: LIKE is for texts
--@expected.error: TYPE_MISMATCH
--@expected.at: a
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a LIKE '1%';
