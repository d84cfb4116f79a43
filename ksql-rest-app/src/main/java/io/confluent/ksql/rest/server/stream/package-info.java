/** Answers that go on: the rows of queries and the records of topics, and their framings. */
package io.confluent.ksql.rest.server.stream;
