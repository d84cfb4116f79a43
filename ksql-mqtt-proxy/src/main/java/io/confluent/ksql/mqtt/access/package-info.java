/** Who a client is, and what it may publish and subscribe to. */
package io.confluent.ksql.mqtt.access;
