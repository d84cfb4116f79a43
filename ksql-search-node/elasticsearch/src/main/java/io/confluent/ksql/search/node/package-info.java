/** Nodes that tests and the demo start, each in a process of its own. */
package io.confluent.ksql.search.node;
