/** Annotations of table functions. */
package io.confluent.ksql.function.udtf;
