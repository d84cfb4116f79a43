/** Where the worker of Kafka Connect is that connector statements are for. */
package io.confluent.ksql.rest.server.connect;
