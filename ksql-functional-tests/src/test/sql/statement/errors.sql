--@test: a header is read by one column
--@expected.error: COLUMN_DUPLICATE
--@expected.at: b BYTES HEADER('x')
CREATE STREAM s (id INT KEY, a BYTES HEADER('x'), b BYTES HEADER('x')) WITH (kafka_topic='s', value_format='JSON');

--@test: all headers and one of them do not go together
--@expected.error: COLUMN_DUPLICATE
--@expected.at: h ARRAY<STRUCT<key STRING, value BYTES>> HEADERS
CREATE STREAM s (id INT KEY, a BYTES HEADER('x'), h ARRAY<STRUCT<key STRING, value BYTES>> HEADERS) WITH (kafka_topic='s', value_format='JSON');

--@test: how a topic is cleaned follows from what it is for
--@expected.error: INVALID_PROPERTY
--@expected.at: cleanup_policy='compact'
--@expected.message: compact
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', cleanup_policy='compact');

--@test: FORMAT is the format of both halves
--@expected.error: INVALID_PROPERTY
--@expected.at: key_format='KAFKA'
--@expected.message: both formats
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', format='JSON', key_format='KAFKA');

--@test: a statement without columns needs a format that knows them
--@expected.error: INVALID_PROJECTION
--@expected.at: CREATE STREAM s WITH (kafka_topic='s', value_format='JSON')
CREATE STREAM s WITH (kafka_topic='s', value_format='JSON');

--@test: a delimiter is one character
--@expected.error: INVALID_PROPERTY
--@expected.at: value_delimiter='ab'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='DELIMITED', value_delimiter='ab');

--@test: only delimited values have a delimiter
--@expected.error: INVALID_PROPERTY
--@expected.at: value_delimiter='|'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', value_delimiter='|');

--@test: only a single value is wrapped or not
--@expected.error: INVALID_PROPERTY
--@expected.at: wrap_single_value=true
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='JSON', wrap_single_value=true);

--@test: not every format wraps a value
--@expected.error: INVALID_PROPERTY
--@expected.at: wrap_single_value=true
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='KAFKA', wrap_single_value=true);

--@test: the pattern of a time is one
--@expected.error: INVALID_PROPERTY
--@expected.at: timestamp_format='bogus'
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON', timestamp='a', timestamp_format='bogus');

--@test: JSON has no name of a schema
--@expected.error: INVALID_PROPERTY
--@expected.at: value_schema_full_name='x'
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON', value_schema_full_name='x');

--@test: JSON has no schema in the registry
--@expected.error: INVALID_PROPERTY
--@expected.at: value_schema_id=1
CREATE STREAM s (id INT KEY) WITH (kafka_topic='s', value_format='JSON', value_schema_id=1);

--@test: a format that is not there
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='JASON'
--@expected.message: JSON
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JASON');

--@test: only PROTOBUF says how it writes NULL
--@expected.error: INVALID_PROPERTY
--@expected.at: value_protobuf_nullable_representation='OPTIONAL'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', value_protobuf_nullable_representation='OPTIONAL');

--@test: a key holds no map
--@expected.error: INVALID_KEY
--@expected.at: MAP<STRING, INT>
CREATE STREAM s (id MAP<STRING, INT> KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: KAFKA holds one column
--@expected.error: INVALID_FORMAT
--@expected.at: value_format='KAFKA'
CREATE STREAM s (id INT KEY, a INT, b INT) WITH (kafka_topic='s', value_format='KAFKA');

--@test: the name of a stream has no blanks
--@expected.error: SYNTAX
--@expected.at: `a b`
CREATE STREAM `a b` (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a reserved word is no name
--@expected.error: RESERVED_WORD
--@expected.at: select
CREATE STREAM select (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: a first word may be misspelt
--@expected.error: UNKNOWN_STATEMENT
--@expected.at: SELEC
--@expected.message: SELECT
SELEC * FROM s;

--@test: a limit is a number
--@expected.error: SYNTAX
--@expected.at: 'x'
PRINT s LIMIT 'x';

--@test: a star belongs to a source of the query
--@expected.error: SOURCE_NOT_FOUND
--@expected.at: x
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT x.* FROM s;

--@test: so does a column
--@expected.error: SOURCE_NOT_FOUND
--@expected.at: x
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT x.a, id FROM s;

--@test: a parenthesis is closed
--@expected.error: SYNTAX
--@expected.at: WITH
CREATE STREAM s (id INT KEY, a INT WITH (kafka_topic='s', value_format='JSON');

--@test: quotes of printed texts are no quotes
--@expected.error: SYNTAX
--@expected.at: ‘
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic=‘s’, value_format='JSON');

--@test: a stream is no table
--@expected.error: WRONG_SOURCE_KIND
--@expected.at: o
--@expected.message: CREATE STREAM O
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE TABLE o AS SELECT * FROM s;

--@test: a row is inserted into what exists
--@expected.error: SOURCE_NOT_FOUND
--@expected.at: nowhere
INSERT INTO nowhere VALUES (1);

--@test: no row is inserted into a windowed stream
--@expected.error: INVALID_INSERT
--@expected.at: s
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='session');
INSERT INTO s VALUES (1, 2);

--@test: no header is inserted
--@expected.error: INVALID_INSERT
--@expected.at: h
CREATE STREAM s (id INT KEY, a INT, h BYTES HEADER('x')) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (id, a, h) VALUES (1, 2, NULL);

--@test: a column may be misspelt
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: abd
--@expected.message: ABC
CREATE STREAM s (id INT KEY, abc INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (id, abd) VALUES (1, 2);

--@test: inserting may be off
--@expected.error: INVALID_INSERT
--@expected.at: s
--@expected.message: ksql.insert.into.values.enabled
SET 'ksql.insert.into.values.enabled'='false';
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, 2);

--@test: replacing may be off
--@expected.error: NOT_SUPPORTED
--@expected.at: s
--@expected.message: ksql.create.or.replace.enabled
SET 'ksql.create.or.replace.enabled'='false';
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE OR REPLACE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');

--@test: no row is inserted into a read-only stream
--@expected.error: INVALID_INSERT
--@expected.at: s
CREATE SOURCE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, 2);

--@test: nor by a query
--@expected.error: INVALID_INSERT
--@expected.at: s
CREATE SOURCE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='JSON');
INSERT INTO s SELECT * FROM z;

--@test: the id of a query is its own
--@expected.error: INVALID_PROPERTY
--@expected.at: query_id='MINE'
--@expected.message: MINE
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z', value_format='JSON');
INSERT INTO s WITH (query_id='mine') SELECT * FROM z;
INSERT INTO s WITH (query_id='MINE') SELECT * FROM z;

--@test: a query does not choose the windows of its result by a property
--@expected.error: INVALID_PROPERTY
--@expected.at: window_type='SESSION'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o WITH (window_type='SESSION') AS SELECT * FROM s;

--@test: a unit of time is no column
--@expected.error: FUNCTION_ARGUMENTS
--@expected.at: DATEADD
CREATE STREAM s (id INT KEY, d DATE, a INT) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT id, DATEADD(d, a, d) AS x FROM s;

--@test: a text is not in double quotes
--@expected.error: COLUMN_NOT_FOUND
--@expected.at: "x"
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a = "x";

--@test: LIKE compares texts
--@expected.error: TYPE_MISMATCH
--@expected.at: 5
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
CREATE STREAM o AS SELECT * FROM s WHERE a LIKE 'x' AND a LIKE 5;

--@test: the length of a window may be in small units
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='tumbling', window_size='1000000000 NANOSECONDS');
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON', window_type='hopping', window_size='1000 microsecond');
ASSERT STREAM z (id INT KEY, a INT) WITH (window_type='HOPPING');

--@test: the time of a row may be written as text
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (ROWTIME, id, a) VALUES ('1970-01-01T00:00:01', 1, 2);
ASSERT VALUES s (ROWTIME, id, a) VALUES (1000, 1, 2);

--@test: if it is one
--@expected.error: TYPE_MISMATCH
--@expected.at: 'now'
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s (ROWTIME, id, a) VALUES ('now', 1, 2);
