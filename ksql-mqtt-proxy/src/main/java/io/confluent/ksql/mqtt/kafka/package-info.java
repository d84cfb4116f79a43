/** Where records go and come from: bounded sending, reading for subscribers. */
package io.confluent.ksql.mqtt.kafka;
