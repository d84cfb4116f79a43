/** Messages of an MQTT broker as records, and records as messages. */
package io.confluent.ksql.connect.mqtt;
