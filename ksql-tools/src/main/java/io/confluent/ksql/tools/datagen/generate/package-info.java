/**
 * Rows of random values, as an Avro schema and the hints in it ({@code arg.properties}) ask for
 * them.
 */
package io.confluent.ksql.tools.datagen.generate;
