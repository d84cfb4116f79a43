/** Annotations of scalar functions. */
package io.confluent.ksql.function.udf;
