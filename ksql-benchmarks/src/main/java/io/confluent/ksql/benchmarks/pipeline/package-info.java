/** What a row costs a whole process, by statement and by hand-written program. */
package io.confluent.ksql.benchmarks.pipeline;
