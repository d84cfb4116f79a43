/** Answers queries of tables as they are now, from the stores of the queries that keep them. */
package io.confluent.ksql.engine.lookup;
