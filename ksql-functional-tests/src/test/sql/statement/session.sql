--@test: variables stand for names, constants and parts of texts
DEFINE name = 's';
DEFINE topic = 'orders';
DEFINE format = '''JSON''';
DEFINE n = '5';
CREATE STREAM ${name} (id INT KEY, a INT) WITH (kafka_topic='${topic}-x', value_format=${format});
ASSERT STREAM s (id INT KEY, a INT) WITH (kafka_topic='orders-x', value_format='JSON');
CREATE STREAM o AS SELECT * FROM ${NAME} WHERE a > ${n};
INSERT INTO s VALUES (1, ${n});
INSERT INTO s VALUES (2, 6);
ASSERT VALUES o (id, a) VALUES (2, 6);

--@test: a quote in a value is doubled inside a text
DEFINE t = 'it''s';
CREATE STREAM s (id INT KEY, a VARCHAR) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, '${t}');
ASSERT VALUES s (id, a) VALUES (1, 'it''s');

--@test: a value does not bring more than one constant
--@expected.error: INVALID_VARIABLE
--@expected.at: ${n}
DEFINE n = '1, 2';
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (${n});

--@test: a variable is no more after UNDEFINE
--@expected.error: INVALID_VARIABLE
--@expected.at: ${n}
DEFINE n = '1';
UNDEFINE n;
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
INSERT INTO s VALUES (1, ${n});

--@test: a property holds until UNSET
--@expected.error: INVALID_PROPERTY
--@expected.at: CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z')
--@expected.message: VALUE_FORMAT
SET 'ksql.persistence.default.format.value' = 'JSON';
CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s');
ASSERT STREAM s (id INT KEY, a INT) WITH (value_format='json', key_format='kafka');
UNSET 'ksql.persistence.default.format.value';
CREATE STREAM z (id INT KEY, a INT) WITH (kafka_topic='z');

--@test: a property that is not there
--@expected.error: INVALID_SETTING
--@expected.at: 'auto.ofset.reset' = 'earliest'
--@expected.message: auto.offset.reset
SET 'auto.ofset.reset' = 'earliest';

--@test: a property cannot be anything
--@expected.error: INVALID_SETTING
--@expected.at: 'ksql.streams.auto.offset.reset' = 'sometimes'
SET 'ksql.streams.auto.offset.reset' = 'sometimes';

--@test: a script is run as if it stood here
RUN SCRIPT 'garden.script';
INSERT INTO beds VALUES (1, 'carrots');
ASSERT VALUES carrots (bed, plant) VALUES (1, 'carrots');

--@test: what a script does wrong is wrong here
--@expected.error: SOURCE_EXISTS
--@expected.at: beds
CREATE STREAM beds (bed INT KEY, plant VARCHAR) WITH (kafka_topic='b', value_format='JSON');
RUN SCRIPT 'garden.script';

--@test: properties of a source can be asserted
CREATE STREAM s (id INT KEY, a STRING, h ARRAY<STRUCT<key VARCHAR, value BYTES>> HEADERS) WITH (kafka_topic='s', key_format='DELIMITED', value_format='DELIMITED', value_delimiter='|', timestamp='a', timestamp_format='yyyy');
ASSERT STREAM s (id INT KEY, a STRING, h ARRAY<STRUCT<key VARCHAR, value BYTES>> HEADERS) WITH (format='delimited', value_delimiter='|', timestamp='a', timestamp_format='yyyy');
CREATE STREAM w (id INT KEY, a INT) WITH (kafka_topic='w', value_format='JSON', wrap_single_value=false);
ASSERT STREAM w WITH (wrap_single_value=false);
