/** The command log: what every node does, in one order; and the one thread that does it. */
package io.confluent.ksql.engine.command;
