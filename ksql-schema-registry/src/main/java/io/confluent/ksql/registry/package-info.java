/** A schema registry server: the HTTP API, and where the schemas are kept. */
package io.confluent.ksql.registry;
