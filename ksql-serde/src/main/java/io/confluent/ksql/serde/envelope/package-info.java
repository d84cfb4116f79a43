/** The format JSON_ENVELOPE: what Kafka Connect's JSON converter writes unless told otherwise. */
package io.confluent.ksql.serde.envelope;
