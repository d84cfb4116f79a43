/** Functions that take a lambda. */
package io.confluent.ksql.function.builtin.lambda;
