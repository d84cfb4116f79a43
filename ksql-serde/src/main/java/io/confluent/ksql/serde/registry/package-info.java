/** The client's side of a schema registry. */
package io.confluent.ksql.serde.registry;
