/** Typed expressions: what an expression means, once names and types are known. */
package io.confluent.ksql.planner.expr;
