/** The rows that benchmarks read: the same on every machine and in every run. */
package io.confluent.ksql.benchmarks.data;
