/** The protocol: listeners, connections, packets. */
package io.confluent.ksql.mqtt.server;
