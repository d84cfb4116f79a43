/**
 * The language as KSQL had it before tables had keys of their own, put into today's: statements in,
 * statements out. Nothing behind it knows that the classic mode exists.
 */
package io.confluent.ksql.planner.classic;
