-- A session with every statement that a server answers, and the type of each answer.
--> currentStatus
CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');
--> warning_entity
CREATE STREAM IF NOT EXISTS s (id INT KEY) WITH (kafka_topic='t', value_format='JSON');
--> currentStatus
CREATE OR REPLACE STREAM s (id INT KEY, v VARCHAR, w INT) WITH (kafka_topic='t', value_format='JSON');
--> currentStatus
ALTER STREAM s ADD COLUMN x INT;
--> currentStatus
CREATE TABLE k (id INT PRIMARY KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');
--> currentStatus
CREATE STREAM o AS SELECT * FROM s;
--> currentStatus
INSERT INTO o SELECT * FROM s;
-->
INSERT INTO s (id, v) VALUES (1, 'x');
--> currentStatus
CREATE TYPE point AS STRUCT<x INT, y INT>;
--> type_list
SHOW TYPES;
--> streams
SHOW STREAMS;
--> source_descriptions
LIST STREAMS EXTENDED;
--> tables
SHOW TABLES;
--> source_descriptions
LIST TABLES EXTENDED;
--> source_descriptions
DESCRIBE STREAMS;
--> source_descriptions
DESCRIBE TABLES EXTENDED;
--> sourceDescription
DESCRIBE s;
--> sourceDescription
DESCRIBE EXTENDED s;
--> kafka_topics
SHOW TOPICS;
--> kafka_topics
LIST REGISTERED TOPICS;
--> kafka_topics_extended
SHOW ALL TOPICS EXTENDED;
--> queries
SHOW QUERIES;
--> query_descriptions
SHOW QUERIES EXTENDED;
--> queryDescription
EXPLAIN SELECT * FROM s EMIT CHANGES;
--> queryDescription
EXPLAIN CREATE STREAM p AS SELECT * FROM s;
--> queryDescription
EXPLAIN CSAS_O_4;
--> function_names
SHOW FUNCTIONS;
--> function_names
LIST FUNCTIONS EXTENDED;
--> describe_function
DESCRIBE FUNCTION concat;
--> properties
SHOW PROPERTIES;
-->
SET 'auto.offset.reset' = 'earliest';
-->
UNSET 'auto.offset.reset';
-->
DEFINE name = 'value';
--> variables
SHOW VARIABLES;
-->
UNDEFINE name;
--> assert_topic
ASSERT TOPIC t WITH (PARTITIONS=2) TIMEOUT 1 SECOND;
--> assert_topic
ASSERT NOT EXISTS TOPIC nowhere;
--> assert_schema
ASSERT NOT EXISTS SCHEMA SUBJECT 't-value' TIMEOUT 10 MILLISECONDS;
--> assert_schema
ASSERT NOT EXISTS SCHEMA SUBJECT 't-value' ID 7 TIMEOUT 10 MILLISECONDS;
--> currentStatus
PAUSE CSAS_O_4;
--> currentStatus
RESUME CSAS_O_4;
--> currentStatus
PAUSE ALL;
--> currentStatus
RESUME ALL;
--> currentStatus
TERMINATE CSAS_O;
--> currentStatus
TERMINATE ALL;
--> currentStatus
DROP STREAM o DELETE TOPIC;
--> warning_entity
DROP STREAM IF EXISTS o;
--> currentStatus
DROP TYPE point;
--> warning_entity
DROP TYPE IF EXISTS point;
--> refused: Kafka Connect
CREATE SOURCE CONNECTOR c WITH ('connector.class'='x');
--> refused: Kafka Connect
DROP CONNECTOR c;
--> refused: Kafka Connect
SHOW SINK CONNECTORS;
--> refused: Kafka Connect
SHOW CONNECTOR PLUGINS;
--> refused: Kafka Connect
DESCRIBE CONNECTOR c;
--> refused: not supported
ALTER SYSTEM 'auto.offset.reset' = 'earliest';
--> refused: /query
SELECT * FROM s EMIT CHANGES;
--> refused: /query
PRINT t FROM BEGINNING;
