/**
 * Protobuf's schema language: texts to descriptors, the form in which equal schemas have equal
 * texts, and which schemas read each other's messages. Knows neither registries nor columns.
 */
package io.confluent.ksql.serde.protobuf.schema;
