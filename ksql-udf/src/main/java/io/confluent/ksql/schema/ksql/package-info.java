/** What a function is told about its arguments. */
package io.confluent.ksql.schema.ksql;
