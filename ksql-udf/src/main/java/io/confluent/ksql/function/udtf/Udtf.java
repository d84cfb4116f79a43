package io.confluent.ksql.function.udtf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a public method, returning a list, as one overload of a table function. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Udtf {
  /** What this overload does. */
  String description() default "";

  /** SQL type of one element of the result, where the Java type does not say it. */
  String schema() default "";

  /** Method of the same class that computes the type of an element from the arguments. */
  String schemaProvider() default "";
}
