/** Rules that give the same rows for less work; pure, named, one class a rule. */
package io.confluent.ksql.planner.optimize;
