/**
 * The functions that SQL can call: finding their classes, describing their overloads, choosing the
 * overload of a call, and binding it to something that can be called for every row.
 */
package io.confluent.ksql.planner.function;
