/**
 * The format AVRO: a schema id of a registry, then Avro's binary encoding. Readers and writers are
 * compiled once a schema; Avro's own generic records are not used on the way of a record.
 */
package io.confluent.ksql.serde.avro;
