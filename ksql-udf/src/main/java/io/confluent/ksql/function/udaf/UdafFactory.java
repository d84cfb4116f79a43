package io.confluent.ksql.function.udaf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a public static method that makes one overload of an aggregate function. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UdafFactory {
  /** What this overload does. */
  String description();

  /** SQL types of the column arguments, where the Java types do not say them. */
  String[] paramSchema() default "";

  /** SQL type of the intermediate value, where the Java type does not say it. */
  String aggregateSchema() default "";

  /** SQL type of the result, where the Java type does not say it. */
  String returnSchema() default "";
}
