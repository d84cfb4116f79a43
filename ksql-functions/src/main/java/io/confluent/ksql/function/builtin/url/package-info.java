/** Functions of web addresses. */
package io.confluent.ksql.function.builtin.url;
