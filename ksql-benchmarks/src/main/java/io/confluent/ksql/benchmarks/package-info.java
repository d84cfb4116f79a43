/** How fast it is: the command that runs benchmarks of whole pipelines and prints what they say. */
package io.confluent.ksql.benchmarks;
