--@test: texts
CREATE STREAM s (id INT KEY, t VARCHAR, n VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, CONCAT(t, n, '!') AS a, CONCAT_WS('-', t, n, 'z') AS b, CONCAT_WS(n, 'a', 'b') AS c, INITCAP('  the QUICK fox') AS d, LEN(t) AS e, SUBSTRING(t, 0) AS f, SUBSTRING(t, -3, 2) AS g, SUBSTRING(t, 99) AS h, SUBSTRING(t, 1, -1) AS i, INSTR('CORPORATE FLOOR', 'OR', -3, 2) AS j, INSTR(n, 'x') AS k, REPLACE(t, 'a', 'b') AS l, REPLACE(t, n, 'b') AS m FROM s;
INSERT INTO s VALUES (1, 'banana', NULL);
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k, l, m) VALUES (1, 'banana!', 'banana-z', NULL, 'The Quick Fox', 6, 'banana', 'an', '', '', 2, 0, 'bbnbnb', NULL);

--@test: padding, picking and masking
CREATE STREAM s (id INT KEY, n VARCHAR, i INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, LPAD('Foo', 7, 'Bar') AS a, RPAD('Foo', 2, 'Bar') AS b, LPAD('Foo', 7, '') AS c, RPAD('Foo', -1, 'x') AS d, LPAD(n, 3, 'x') AS e, ELT(2, 'a', 'b') AS f, ELT(3, 'a') AS g, FIELD('b', 'a', 'b') AS h, FIELD(n, 'a') AS j, CHR(75) AS k, CHR('\u004b') AS l, CHR(-1) AS m, MASK('My Test $123') AS p, MASK('My Test $123', '*', NULL, '1', NULL) AS q, MASK_KEEP_LEFT('My Test $123', 4) AS r, MASK_LEFT('My Test', 2) AS u, MASK_RIGHT('My Test', 2) AS v, MASK_KEEP_RIGHT('My Test', 2) AS w, ELT(i, 'a') AS x FROM s;
INSERT INTO s VALUES (1, NULL, NULL);
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, j, k, l, m, p, q, r, u, v, w, x) VALUES (1, 'BarBFoo', 'Fo', NULL, NULL, NULL, 'b', NULL, 2, 0, 'K', 'K', NULL, 'Xx-Xxxx--nnn', '*y *est $111', 'My Txxx--nnn', 'Xx Test', 'My Texx', 'Xx-Xxst', NULL);

--@test: patterns and parts
CREATE STREAM s (id INT KEY, t VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, REGEXP_EXTRACT('(.*) (.*)', 'hello there', 2) AS a, REGEXP_EXTRACT('x', 'y') AS b, REGEXP_EXTRACT('(a)', 'a', 3) AS c, REGEXP_EXTRACT_ALL('a.', 'abac') AS d, REGEXP_REPLACE('a1b2', '([0-9])', '<$1>') AS e, REGEXP_SPLIT_TO_ARRAY('aabcda', '(ab|cd)') AS f, SPLIT('a.b.', '.') AS g, SPLIT('abc', '') AS h, SPLIT('', 'x') AS i, SPLIT_TO_MAP('a:1;b;c:3', ';', ':') AS j, SPLIT_TO_MAP('a:1', ':', ':') AS k, REGEXP_REPLACE(t, '(', 'x') AS l FROM s;
INSERT INTO s VALUES (1, 'x');
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k, l) VALUES (1, 'there', NULL, NULL, ARRAY['ab', 'ac'], 'a<1>b<2>', ARRAY['a', '', 'a'], ARRAY['a', 'b', ''], ARRAY['a', 'b', 'c'], ARRAY[''], MAP('a' := '1', 'c' := '3'), NULL, NULL);

--@test: bytes
CREATE STREAM s (id INT KEY, b BYTES) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, FROM_BYTES(b, 'hex') AS a, ENCODE('4578', 'hex', 'ascii') AS c, ENCODE('0x578', 'hex', 'base64') AS d, ENCODE('Ex', 'utf8', 'hex') AS e, ENCODE('x', 'utf8', 'morse') AS f, INT_FROM_BYTES(TO_BYTES('00000102', 'hex')) AS g, INT_FROM_BYTES(TO_BYTES('02010000', 'hex'), 'LITTLE_ENDIAN') AS h, BIGINT_FROM_BYTES(b) AS i, LEN(b) AS j, FROM_BYTES(SUBSTRING(b, 2, 1), 'utf8') AS k, FROM_BYTES(CONCAT(b, b), 'utf8') AS l, FROM_BYTES(LPAD(b, 4, TO_BYTES('2d', 'hex')), 'ascii') AS m FROM s;
INSERT INTO s VALUES (1, TO_BYTES('JK', 'utf8'));
ASSERT VALUES o (id, a, c, d, e, f, g, h, i, j, k, l, m) VALUES (1, '4A4B', 'Ex', 'BXg=', '4578', NULL, 258, 258, NULL, 2, 'K', 'JKJK', '--JK');

--@test: numbers
CREATE STREAM s (id INT KEY, n DOUBLE) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ABS(-2) AS a, CEIL(1.1) AS b, FLOOR(-1.5E0) AS c, ROUND(1.5E0) AS d, ROUND(-1.5E0) AS e, ROUND(111.0E0, -1) AS f, ROUND(-1.25, 1) AS g, TRUNC(12345.67, -3) AS h, SIGN(-3) AS i, CAST(LN(0) AS VARCHAR) AS j, LOG(13) AS k, LOG(15, 13) AS l, POWER(2, 3) AS m, GREATEST(1, NULL, 3) AS p, LEAST('b', 'a', NULL) AS q, GREATEST(n, n) AS r, CAST(SQRT(-1) AS VARCHAR) AS t, CAST(LOG(1, 5) AS VARCHAR) AS u, GENERATE_SERIES(1, 5, 2) AS v, GENERATE_SERIES(3, 1) AS w, GENERATE_SERIES(1, 5, 0) AS x FROM s;
INSERT INTO s VALUES (1, NULL);
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k, l, m, p, q, r, t, u, v, w, x) VALUES (1, 2, 2.0, -2.0E0, 2, -1, 110.0E0, -1.20, 12000.00, -1, '-Infinity', 2.5649493574615367E0, 0.9471572411831843E0, 8.0E0, 3, 'a', NULL, 'NaN', 'NaN', ARRAY[1, 3, 5], ARRAY[3, 2, 1], NULL);

--@test: arrays and maps
CREATE STREAM s (id INT KEY, a ARRAY<INT>, n ARRAY<INT>) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ARRAY_CONTAINS(n, 1) AS a, ARRAY_CONCAT(a, n) AS b, ARRAY_CONCAT(n, n) AS c, ARRAY_DISTINCT(a) AS d, ARRAY_EXCEPT(a, ARRAY[1]) AS e, ARRAY_INTERSECT(a, ARRAY[2, 1]) AS f, ARRAY_UNION(a, ARRAY[9]) AS g, ARRAY_UNION(a, n) AS h, ARRAY_MAX(a) AS i, ARRAY_MIN(n) AS j, ARRAY_SORT(a) AS k, ARRAY_SORT(a, 'desc') AS l, ARRAY_SORT(a, 'up') AS m, ARRAY_REMOVE(a, 1) AS p, ARRAY_JOIN(a, '-') AS q, SLICE(a, 2, 3) AS r, SLICE(a, 9, 10) AS t, AS_MAP(ARRAY['x', 'y'], ARRAY[1]) AS u, MAP_UNION(MAP('a' := 1, 'b' := 2), MAP('b' := 3)) AS v, ARRAY_LENGTH(n) AS w, ARRAY_CONTAINS(a, NULL) AS x FROM s;
INSERT INTO s VALUES (1, ARRAY[2, 1, NULL, 2], NULL);
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k, l, m, p, q, r, t, u, v, w, x) VALUES (1, false, ARRAY[2, 1, NULL, 2], NULL, ARRAY[2, 1, NULL], ARRAY[2, NULL], ARRAY[2, 1], ARRAY[2, 1, NULL, 9], NULL, 2, NULL, ARRAY[1, 2, 2, NULL], ARRAY[2, 2, 1, NULL], NULL, ARRAY[2, NULL, 2], '2-1-null-2', ARRAY[1, NULL], NULL, MAP('x' := 1, 'y' := NULL), MAP('a' := 1, 'b' := 3), NULL, true);

--@test: JSON in texts
CREATE STREAM s (id INT KEY, j VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, EXTRACTJSONFIELD(j, '$.a[1]') AS a, EXTRACTJSONFIELD(j, '$["b"].c') AS b, EXTRACTJSONFIELD(j, '$.x') AS c, EXTRACTJSONFIELD(j, '$.n') AS d, IS_JSON_STRING(j) AS e, IS_JSON_STRING('') AS f, JSON_ARRAY_CONTAINS('[1, "a", null]', 'a') AS g, JSON_ARRAY_LENGTH('[1, 2]') AS h, JSON_ARRAY_LENGTH('{}') AS i, JSON_KEYS(j) AS k, JSON_RECORDS('{"a": "x", "b": 1}') AS l, JSON_ITEMS('["x", 1]') AS m, JSON_CONCAT('{"a": 1}', '{"a": 2, "b": 3}') AS p, JSON_CONCAT('[1]', '2') AS q, TO_JSON_STRING(STRUCT(b := 1, a := ARRAY[1.50])) AS r, TO_JSON_STRING(CAST(NULL AS INT)) AS t FROM s;
INSERT INTO s VALUES (1, '{"a": [1, "two"], "b": {"c": {"d": 1}}, "n": null}');
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, k, l, m, p, q, r, t) VALUES (1, 'two', '{"d":1}', NULL, 'null', true, false, true, 2, NULL, ARRAY['a', 'b', 'n'], MAP('a' := 'x', 'b' := '1'), ARRAY['"x"', '1'], '{"a":2,"b":3}', '[1,2]', '{"A":[1.50],"B":1}', 'null');

--@test: times, with zones and where clocks are changed
CREATE STREAM s (id INT KEY, m TIMESTAMP) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, FORMAT_TIMESTAMP(m, 'yyyy-MM-dd''T''HH:mm:ss') AS a, FORMAT_TIMESTAMP(m, 'HH:mm z', 'Europe/Zurich') AS b, CAST(PARSE_TIMESTAMP('2021-03-28 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Zurich') AS VARCHAR) AS c, CAST(PARSE_TIMESTAMP('1999', 'yyyy') AS VARCHAR) AS d, CAST(TIMESTAMPADD(HOURS, 1, m) AS VARCHAR) AS e, CAST(DATEADD(DAYS, 2, CAST(m AS DATE)) AS VARCHAR) AS f, CAST(TIMESUB(HOURS, 3, CAST('01:00' AS TIME)) AS VARCHAR) AS g, CAST(CONVERT_TZ(m, 'UTC', 'America/Los_Angeles') AS VARCHAR) AS h, FORMAT_TIMESTAMP(m, 'x', 'Nowhere') AS i, UNIX_TIMESTAMP(m) AS j, UNIX_DATE(CAST(m AS DATE)) AS k, CAST(FROM_DAYS(18628) AS VARCHAR) AS l, CAST(FROM_UNIXTIME(1000) AS VARCHAR) AS n, FORMAT_DATE(CAST(m AS DATE), 'dd.MM.yyyy') AS p, FORMAT_TIME(CAST(m AS TIME), 'HH''h''mm') AS q, CAST(PARSE_DATE('28.03.2021', 'dd.MM.yyyy') AS VARCHAR) AS r, CAST(PARSE_TIME('0130', 'HHmm') AS VARCHAR) AS t FROM s;
INSERT INTO s VALUES (1, '2021-03-28T01:30:00');
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k, l, n, p, q, r, t) VALUES (1, '2021-03-28T01:30:00', '03:30 CEST', '2021-03-28T01:30:00.000', '1999-01-01T00:00:00.000', '2021-03-28T02:30:00.000', '2021-03-30', '22:00', '2021-03-27T18:30:00.000', NULL, 1616895000000, 18714, '2021-01-01', '1970-01-01T00:00:01.000', '28.03.2021', '01h30', '2021-03-28', '01:30');

--@test: addresses
CREATE STREAM s (id INT KEY, u VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, URL_EXTRACT_HOST(u) AS a, URL_EXTRACT_PORT(u) AS b, URL_EXTRACT_PATH(u) AS c, URL_EXTRACT_QUERY(u) AS d, URL_EXTRACT_PARAMETER(u, 'b') AS e, URL_EXTRACT_PARAMETER(u, 'c') AS f, URL_EXTRACT_PARAMETER(u, 'z') AS g, URL_EXTRACT_FRAGMENT(u) AS h, URL_EXTRACT_PROTOCOL(u) AS i, URL_ENCODE_PARAM('a b&') AS j, URL_DECODE_PARAM('a+b%26') AS k FROM s;
INSERT INTO s VALUES (1, 'https://h.example:8/p%20q?a=1&b=x%20y&c#f');
INSERT INTO s VALUES (2, 'http://[');
INSERT INTO s VALUES (3, 'mailto:a@b');
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i, j, k) VALUES (1, 'h.example', 8, '/p q', 'a=1&b=x y&c', 'x y', '', NULL, 'f', 'https', 'a+b%26', 'a b&');
ASSERT VALUES o (id, a, b, c, d, e, f, g, h, i) VALUES (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
ASSERT VALUES o (id, a, b, d) VALUES (3, NULL, NULL, NULL);

--@test: NULL has a way round
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, COALESCE(a, CAST(NULL AS INT), 3) AS a, IFNULL(a, 4) AS b, NULLIF(a, 4) AS c, AS_VALUE(id) AS d FROM s;
INSERT INTO s VALUES (1, NULL);
INSERT INTO s VALUES (2, 4);
ASSERT VALUES o (id, a, b, c, d) VALUES (1, 3, 4, NULL, 1);
ASSERT VALUES o (id, a, b, c, d) VALUES (2, 4, 4, NULL, 2);

--@test: a distance on the globe
CREATE STREAM s (id INT KEY, a DOUBLE) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, ROUND(GEO_DISTANCE(37.4439, -122.1663, 51.5257, -0.1122)) AS a, ROUND(GEO_DISTANCE(37.4439, -122.1663, 51.5257, -0.1122, 'Miles')) AS b, GEO_DISTANCE(a, 0, 0, 0) AS c, GEO_DISTANCE(91, 0, 0, 0) AS d FROM s;
INSERT INTO s VALUES (1, NULL);
ASSERT VALUES o (id, a, b, c, d) VALUES (1, 8635, 5366, NULL, NULL);

--@test: a function takes as many arguments as it says
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: COALESCE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, COALESCE() AS a FROM s;

--@test: NULLs alone choose no overload
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: GREATEST
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, GREATEST(NULL, NULL) AS a FROM s;

--@test: a function's name may be misspelt
--@expected.error: FUNCTION_NOT_FOUND
--@expected.at: SUBSTRNG
--@expected.message: Did you mean substring
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, SUBSTRNG('a', 1) AS a FROM s;

--@test: a unit of time is written in singular or plural
CREATE STREAM s (id INT KEY, d TIMESTAMP) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TIMESTAMPADD(MINUTE, 1, d) AS a, TIMESTAMPADD(hours, 1, d) AS b, TIMESTAMPSUB(Millisecond, 1, d) AS c FROM s;
INSERT INTO s VALUES (1, '2020-05-26T10:20:30.000');
ASSERT VALUES o (id, a, b, c) VALUES (1, '2020-05-26T10:21:30.000', '2020-05-26T11:20:30.000', '2020-05-26T10:20:29.999');

--@test: a singular that is a column is the column
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: TIMESTAMPADD
CREATE STREAM s (id INT KEY, d TIMESTAMP, minute INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, TIMESTAMPADD(MINUTE, 1, d) AS a FROM s;
