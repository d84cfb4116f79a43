/**
 * The formats PROTOBUF (a schema id of a registry, the place of the message in the schema, the
 * message) and PROTOBUF_NOSR (the message alone). Readers and writers are compiled once a schema;
 * Protobuf's own message objects are not used on the way of a record.
 */
package io.confluent.ksql.serde.protobuf;
