/**
 * What a score costs, beside the way in which the first KSQL function for H2O models computed it.
 */
package io.confluent.ksql.benchmarks.scoring;
