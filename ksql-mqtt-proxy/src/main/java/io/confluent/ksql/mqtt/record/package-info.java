/**
 * From what a device published to a record of Kafka and back, without network and without Kafka.
 */
package io.confluent.ksql.mqtt.record;
