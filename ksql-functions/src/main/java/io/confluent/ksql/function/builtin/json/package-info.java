/** Functions of JSON text. */
package io.confluent.ksql.function.builtin.json;
