/** What a query of a table as it is now reads from the table's store. */
package io.confluent.ksql.planner.lookup;
