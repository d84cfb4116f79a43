package io.confluent.ksql.function.udf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names and describes a parameter of a function. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface UdfParameter {
  /** Name of the parameter; without it the name in the class file is taken. */
  String value() default "";

  /** What the parameter means. */
  String description() default "";

  /** SQL type of the parameter, where the Java type does not say it. */
  String schema() default "";
}
