package io.confluent.ksql.function.udf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call and its result, both in SQL; the build runs it and the documentation prints it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(UdfExamples.class)
public @interface UdfExample {
  /** The call, for example {@code REPEAT('ab', 2)}. */
  String sql();

  /** The literal it is equal to, for example {@code 'abab'}. */
  String result();
}
