/** Rows as they flow through a query. */
package io.confluent.ksql.row;
