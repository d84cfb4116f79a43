package io.confluent.ksql.function.udaf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class whose {@link UdafFactory} methods are the overloads of one aggregate function. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UdafDescription {
  /** Name by which SQL calls the function, in any case. */
  String name();

  /** What the function does, one or more sentences. */
  String description();

  /** Category under which the function is listed. */
  String category() default "AGGREGATE";

  /** Who wrote it. */
  String author() default "";

  /** Version of the function. */
  String version() default "";
}
