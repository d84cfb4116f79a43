/** Columns of a stream or a table. */
package io.confluent.ksql.schema;
