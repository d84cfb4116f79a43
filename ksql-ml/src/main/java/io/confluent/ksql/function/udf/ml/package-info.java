/** SQL functions that score trained models. */
package io.confluent.ksql.function.udf.ml;
