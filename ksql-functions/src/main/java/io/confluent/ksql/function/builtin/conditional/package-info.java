/** Functions that choose among values, and those about NULL. */
package io.confluent.ksql.function.builtin.conditional;
