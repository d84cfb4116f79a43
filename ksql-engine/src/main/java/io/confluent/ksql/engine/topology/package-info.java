/**
 * From the steps of a plan to a Kafka Streams topology. Every processor, store and internal topic
 * is named after its step; filters and projections that follow each other run in one processor.
 */
package io.confluent.ksql.engine.topology;
