/** Names in SQL text and of Kafka's things. */
package io.confluent.ksql.name;
