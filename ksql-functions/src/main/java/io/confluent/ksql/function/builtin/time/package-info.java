/** Functions of dates and times. */
package io.confluent.ksql.function.builtin.time;
