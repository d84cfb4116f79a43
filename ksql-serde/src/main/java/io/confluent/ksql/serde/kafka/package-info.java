/** The format KAFKA: one value, as Kafka's own serializers write it. */
package io.confluent.ksql.serde.kafka;
