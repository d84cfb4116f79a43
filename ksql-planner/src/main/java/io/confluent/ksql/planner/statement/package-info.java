/** From each kind of statement to what it comes to, one class a kind. */
package io.confluent.ksql.planner.statement;
