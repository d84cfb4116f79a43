/** The MQTT proxy with a real broker and real clients: what arrives, how fast, and after what. */
package io.confluent.ksql.tests.mqtt;
