/** Values of Kafka Connect as Avro with a schema registry. */
package io.confluent.ksql.connect.avro;
