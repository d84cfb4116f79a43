/** Connectors against the real programs at their other ends. */
package io.confluent.ksql.tests.connect;
