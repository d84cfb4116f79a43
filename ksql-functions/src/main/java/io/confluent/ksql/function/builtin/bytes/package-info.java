/** Functions between bytes, text and numbers. */
package io.confluent.ksql.function.builtin.bytes;
