/** The format NONE: nothing is written. */
package io.confluent.ksql.serde.none;
