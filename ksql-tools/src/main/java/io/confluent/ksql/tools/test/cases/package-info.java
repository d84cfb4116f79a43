/**
 * Runs case files: statements, records to be fed and records expected, as JSON. Each case runs on
 * an engine of its own, on the real path, without a broker.
 */
package io.confluent.ksql.tools.test.cases;
