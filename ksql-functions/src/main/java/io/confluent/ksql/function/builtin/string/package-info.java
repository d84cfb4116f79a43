/** Functions of text. */
package io.confluent.ksql.function.builtin.string;
