/** Functions from the rows of a group to one value. */
package io.confluent.ksql.function.builtin.aggregate;
