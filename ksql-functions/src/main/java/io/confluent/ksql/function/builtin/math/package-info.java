/** Functions of numbers. */
package io.confluent.ksql.function.builtin.math;
