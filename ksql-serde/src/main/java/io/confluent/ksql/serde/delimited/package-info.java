/** The format DELIMITED: one line of separated values a record, after RFC 4180. */
package io.confluent.ksql.serde.delimited;
