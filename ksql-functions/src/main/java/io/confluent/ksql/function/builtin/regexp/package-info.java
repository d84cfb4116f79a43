/** Functions of regular expressions. */
package io.confluent.ksql.function.builtin.regexp;
