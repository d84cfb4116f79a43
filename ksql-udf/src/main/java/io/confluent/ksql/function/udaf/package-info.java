/** Interfaces and annotations of aggregate functions. */
package io.confluent.ksql.function.udaf;
