/** Functions from one row to many. */
package io.confluent.ksql.function.builtin.table;
