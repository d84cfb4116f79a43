/**
 * From typed expressions to objects that compute them: one small closure a node, built once when a
 * query starts. Nothing is looked up per row.
 */
package io.confluent.ksql.engine.compile;
