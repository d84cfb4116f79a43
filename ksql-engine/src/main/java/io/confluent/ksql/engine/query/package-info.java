/**
 * The life of queries on this node: starting, failing and trying again, pausing, ending, and what
 * must be removed at the end.
 */
package io.confluent.ksql.engine.query;
