--@test: a name for a type stands for it everywhere
CREATE TYPE address AS STRUCT<street VARCHAR, number INT>;
CREATE TYPE people AS ARRAY<STRUCT<name VARCHAR, home address>>;
CREATE STREAM s (id INT KEY, a Address, p people) WITH (kafka_topic='s', value_format='JSON');
DROP TYPE people;
DROP TYPE address;
ASSERT STREAM s (id INT KEY, a STRUCT<street VARCHAR, number INT>, p ARRAY<STRUCT<name VARCHAR, home STRUCT<street VARCHAR, number INT>>>);

--@test: a type's name in quotes keeps its case
CREATE TYPE `t` AS INT;
CREATE TYPE t AS VARCHAR;
CREATE STREAM s (id INT KEY, a `t`, b t) WITH (kafka_topic='s', value_format='JSON');
ASSERT STREAM s (id INT KEY, a INT, b VARCHAR);
CREATE STREAM o AS SELECT id, CAST(b AS `t`) AS c FROM s;
ASSERT STREAM o (id INT KEY, c INT);

--@test: a name is given once
--@expected.error: TYPE_EXISTS
--@expected.at: t
CREATE TYPE t AS INT;
CREATE TYPE IF NOT EXISTS t AS VARCHAR;
CREATE TYPE t AS VARCHAR;

--@test: what is not there is dropped only IF EXISTS
--@expected.error: TYPE_NOT_FOUND
--@expected.at: t
DROP TYPE IF EXISTS t;
DROP TYPE t;

--@test: a type that is not there
--@expected.error: TYPE_NOT_FOUND
--@expected.at: VARCHR
--@expected.message: Did you mean VARCHAR
CREATE STREAM s (id INT KEY, a VARCHR) WITH (kafka_topic='s', value_format='JSON');

--@test: a field's name occurs once
--@expected.error: COLUMN_DUPLICATE
--@expected.at: A
CREATE TYPE t AS STRUCT<a INT, A INT>;

--@test: a decimal has at least one digit
--@expected.error: TYPE_MISMATCH
--@expected.at: DECIMAL(0, 0)
CREATE TYPE t AS DECIMAL(0, 0);

--@test: and no more behind the point than there are
--@expected.error: TYPE_MISMATCH
--@expected.at: DECIMAL(2, 3)
CREATE TYPE t AS DECIMAL(2, 3);
