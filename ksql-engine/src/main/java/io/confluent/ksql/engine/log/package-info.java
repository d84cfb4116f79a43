/** The processing log: what became of records that failed, and how many there were. */
package io.confluent.ksql.engine.log;
