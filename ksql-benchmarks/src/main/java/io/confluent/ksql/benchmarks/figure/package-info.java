/** The arithmetic of repeated measurements, and how they are shown. */
package io.confluent.ksql.benchmarks.figure;
