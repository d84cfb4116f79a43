/** The worker of Kafka Connect that connectors run on, as a server asks it. */
package io.confluent.ksql.rest.server.connect;
