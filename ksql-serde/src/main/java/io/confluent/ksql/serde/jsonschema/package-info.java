/**
 * The format JSON_SR: a schema id of a registry, then JSON. What a JSON schema means is found once
 * a schema ({@link io.confluent.ksql.serde.jsonschema.JsonShape}); reading and writing is that of
 * package {@code json}.
 */
package io.confluent.ksql.serde.jsonschema;
