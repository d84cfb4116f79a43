package io.confluent.ksql.function.udf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class whose {@link Udf} methods are the overloads of one scalar function. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UdfDescription {
  /** Name by which SQL calls the function, in any case. */
  String name();

  /** What the function does, one or more sentences. */
  String description();

  /** One of {@link io.confluent.ksql.function.FunctionCategory}, or a category of your own. */
  String category() default "OTHER";

  /** Who wrote it. */
  String author() default "";

  /** Version of the function. */
  String version() default "";
}
