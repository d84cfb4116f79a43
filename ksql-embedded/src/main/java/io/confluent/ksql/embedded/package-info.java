/**
 * Everything in one process: a Kafka broker that keeps its data in a directory, the ports that the
 * parts listen on, and the composition of the parts.
 */
package io.confluent.ksql.embedded;
