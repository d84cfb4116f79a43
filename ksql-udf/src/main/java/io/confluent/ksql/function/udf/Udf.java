package io.confluent.ksql.function.udf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a public method as one overload of a scalar function. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Udf {
  /** Value of {@link #schema()} that means none is given. */
  String NO_SCHEMA = "";

  /** Value of {@link #schemaProvider()} that means none is given. */
  String NO_SCHEMA_PROVIDER = "";

  /** What this overload does. */
  String description() default "";

  /** SQL type of the result, where the Java type does not say it (structs, decimals). */
  String schema() default NO_SCHEMA;

  /** Method of the same class that computes the SQL type of the result from the arguments. */
  String schemaProvider() default NO_SCHEMA_PROVIDER;

  /** NULL in any argument gives NULL without a call of the method. */
  boolean strict() default false;
}
