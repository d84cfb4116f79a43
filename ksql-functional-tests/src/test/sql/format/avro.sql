-- AVRO: Avro's binary encoding behind the id of a schema in the registry.

--@test: a stream without columns takes those of the registered schemas
CREATE STREAM a (id INT KEY, n BIGINT, m MAP<STRING, DOUBLE>) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM b WITH (kafka_topic='a', format='AVRO');
CREATE STREAM o AS SELECT ROWKEY, n, m FROM b;
INSERT INTO a VALUES (1, 2, MAP('k' := 0.5));
ASSERT VALUES o (ROWKEY, n, m) VALUES (1, 2, MAP('k' := 0.5));

--@test: a record that is not wrapped is one column
CREATE STREAM a (id INT KEY, x INT, y STRING) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM b (id INT KEY) WITH (kafka_topic='a', format='AVRO', wrap_single_value=false);
CREATE STREAM o WITH (wrap_single_value=true) AS SELECT id, rowval->y AS y FROM b;
INSERT INTO a VALUES (1, 2, 'z');
ASSERT VALUES o (id, y) VALUES (1, 'z');

--@test: the record of a key is named after the stream
CREATE STREAM a (k1 INT KEY, k2 STRING KEY, v INT) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM my_result AS SELECT * FROM a;
INSERT INTO a VALUES (1, 'x', 3);
ASSERT VALUES my_result (k1, k2, v) VALUES (1, 'x', 3);
CREATE STREAM named WITH (kafka_topic='MY_RESULT', format='AVRO', key_schema_full_name='io.confluent.ksql.avro_schemas.MyResultKey');
CREATE STREAM o AS SELECT ROWKEY->k2 AS k, v FROM named PARTITION BY ROWKEY->k2;

--@test: a value is named as it is told
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', key_format='KAFKA', value_format='AVRO', value_avro_schema_full_name='com.example.Row', partitions=1);
CREATE STREAM b (id INT KEY) WITH (kafka_topic='a', key_format='KAFKA', value_format='AVRO', value_schema_full_name='com.example.Row');
CREATE STREAM o AS SELECT * FROM b;
INSERT INTO a VALUES (1, 2);
ASSERT VALUES o (id, v) VALUES (1, 2);

--@test: a name that the schema does not have is refused
--@expected.error: INVALID_FORMAT
--@expected.at: value_schema_full_name='com.example.Other'
--@expected.message: com.example.Other
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', key_format='KAFKA', value_format='AVRO', value_schema_full_name='com.example.Row', partitions=1);
CREATE STREAM b (id INT KEY) WITH (kafka_topic='a', key_format='KAFKA', value_format='AVRO', value_schema_full_name='com.example.Other');

--@test: a column whose name Avro does not have is refused
--@expected.error: INVALID_FORMAT
--@expected.at: WITH (kafka_topic='a', format='AVRO', partitions=1)
--@expected.message: 1a
CREATE STREAM a (id INT KEY, `1a` INT) WITH (kafka_topic='a', format='AVRO', partitions=1);
