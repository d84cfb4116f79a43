/** An MQTT server that keeps nothing: what devices publish becomes records of Kafka, and back. */
package io.confluent.ksql.mqtt;
