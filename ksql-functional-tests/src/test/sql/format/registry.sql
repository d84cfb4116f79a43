-- What the registry has of a topic, and what statements do with it.

--@test: a row is inserted with the schema that the topic has
CREATE STREAM a (id INT KEY, v INT, w STRING) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM b (id INT KEY, w STRING) WITH (kafka_topic='a', format='AVRO');
CREATE STREAM o AS SELECT * FROM a;
INSERT INTO b VALUES (1, 'x');
ASSERT VALUES o (id, v, w) VALUES (1, NULL, 'x');

--@test: a row is not inserted with a schema that lacks its columns
--@expected.error: INVALID_INSERT
--@expected.message: no field Z
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM b (id INT KEY, z STRING) WITH (kafka_topic='a', format='JSON_SR');
INSERT INTO b VALUES (1, 'x');

--@test: a row is not inserted under a key of another schema
--@expected.error: INVALID_INSERT
--@expected.message: another schema
CREATE STREAM a (id INT KEY, v INT) WITH (kafka_topic='a', format='JSON_SR', partitions=1);
CREATE STREAM b (id STRING KEY, v INT) WITH (kafka_topic='a', format='JSON_SR');
INSERT INTO b VALUES ('1', 2);

--@test: the name of a key's record does not make it another
CREATE STREAM a (k1 INT KEY, k2 INT KEY, v INT) WITH (kafka_topic='a', format='AVRO', partitions=1);
CREATE STREAM b (k1 INT KEY, k2 INT KEY, v INT) WITH (kafka_topic='a', format='AVRO');
CREATE STREAM o AS SELECT * FROM a;
INSERT INTO b VALUES (1, 2, 3);
ASSERT VALUES o (k1, k2, v) VALUES (1, 2, 3);
