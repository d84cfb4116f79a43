package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a parameter of a function accepts. The text form is read back by {@link #parse}, so a stored
 * plan can name an overload.
 */
public sealed interface ParameterType {
  /** Exactly one SQL type. */
  record Value(SqlType type) implements ParameterType {
    public Value {
      Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** A decimal of any precision and scale. */
  record AnyDecimal() implements ParameterType {
    @Override
    public String toString() {
      return "DECIMAL";
    }
  }

  /** A struct of any fields. */
  record AnyStruct() implements ParameterType {
    @Override
    public String toString() {
      return "STRUCT";
    }
  }

  /** A value of any type, different ones in one call. */
  record Anything() implements ParameterType {
    @Override
    public String toString() {
      return "OBJECT";
    }
  }

  /** A type variable: any type, but the same one everywhere in a call. */
  record Variable(String name) implements ParameterType {
    public Variable {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A list whose items are not one fixed SQL type; see {@link #array}. */
  record ListOf(ParameterType item) implements ParameterType {
    public ListOf {
      Objects.requireNonNull(item, "item");
    }

    @Override
    public String toString() {
      return "ARRAY<" + item + ">";
    }
  }

  /** A map whose keys or values are not one fixed SQL type; see {@link #map}. */
  record MapOf(ParameterType key, ParameterType value) implements ParameterType {
    public MapOf {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return "MAP<" + key + ", " + value + ">";
    }
  }

  /** A lambda. */
  record LambdaOf(List<ParameterType> inputs, ParameterType result) implements ParameterType {
    public LambdaOf {
      inputs = List.copyOf(inputs);
      Objects.requireNonNull(result, "result");
    }

    @Override
    public String toString() {
      return inputs.stream()
          .map(ParameterType::toString)
          .collect(Collectors.joining(", ", "LAMBDA(", ") => " + result));
    }
  }

  /** A keyword such as {@code HOURS}. */
  record IntervalUnit() implements ParameterType {
    @Override
    public String toString() {
      return "INTERVALUNIT";
    }
  }

  /** A list of such items, in canonical form. */
  static ParameterType array(ParameterType item) {
    return item instanceof Value value ? new Value(SqlTypes.array(value.type())) : new ListOf(item);
  }

  /** A map of such keys and values, in canonical form. */
  static ParameterType map(ParameterType key, ParameterType value) {
    return key instanceof Value k && value instanceof Value v
        ? new Value(SqlTypes.map(k.type(), v.type()))
        : new MapOf(key, value);
  }

  /**
   * Reads the text form.
   *
   * @throws io.confluent.ksql.util.KsqlException if the text is none
   */
  static ParameterType parse(String text) {
    return TypeText.parseParameter(text);
  }

  /** Whether the type is, or contains, a type variable or accepts anything. */
  default boolean isGeneric() {
    if (this instanceof ListOf list) {
      return list.item().isGeneric();
    }
    if (this instanceof MapOf map) {
      return map.key().isGeneric() || map.value().isGeneric();
    }
    if (this instanceof LambdaOf lambda) {
      return lambda.result().isGeneric()
          || lambda.inputs().stream().anyMatch(ParameterType::isGeneric);
    }
    return this instanceof Variable || this instanceof Anything;
  }
}
