/** Functions of lists. */
package io.confluent.ksql.function.builtin.array;
