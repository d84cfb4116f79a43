/** The format JSON: an object a record, or a bare value. */
package io.confluent.ksql.serde.json;
