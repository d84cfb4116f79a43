/** Plug-ins for any worker of Kafka Connect, a package a kind. */
package io.confluent.ksql.connect;
