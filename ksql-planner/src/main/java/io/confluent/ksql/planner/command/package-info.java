/** What the command log holds: changes of the catalog, and duties to the world outside. */
package io.confluent.ksql.planner.command;
