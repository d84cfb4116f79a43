/** The SQL types. */
package io.confluent.ksql.schema.ksql.types;
