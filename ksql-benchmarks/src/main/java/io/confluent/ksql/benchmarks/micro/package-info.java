/** Benchmarks of single parts, with JMH. */
package io.confluent.ksql.benchmarks.micro;
