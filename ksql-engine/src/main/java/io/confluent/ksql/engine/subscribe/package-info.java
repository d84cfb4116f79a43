/** Hands rows to clients as they come: the queue between a query and its client, shared readers. */
package io.confluent.ksql.engine.subscribe;
