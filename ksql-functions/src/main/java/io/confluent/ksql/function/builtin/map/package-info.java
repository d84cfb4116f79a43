/** Functions of maps. */
package io.confluent.ksql.function.builtin.map;
