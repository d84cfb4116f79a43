package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Tells which of several shapes a value has. */
final class ShapeMatch implements JsonShape.Visitor<Boolean> {
  static final int NONE = -1;

  private final JsonNode value;

  private ShapeMatch(JsonNode value) {
    this.value = value;
  }

  /**
   * Position of the shape that fits best: the first that fits, among objects the one that knows
   * most of the members.
   */
  static int best(List<JsonShape> shapes, JsonNode value) {
    int best = NONE;
    long most = -1;
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).accept(new ShapeMatch(value))) {
        long known = knownMembers(shapes.get(i), value);
        if (known > most) {
          best = i;
          most = known;
        }
      }
    }
    return best;
  }

  private static long knownMembers(JsonShape shape, JsonNode value) {
    return shape instanceof JsonShape.Members object
        ? object.names().stream().filter(value::has).count()
        : 0;
  }

  private static boolean fits(JsonShape.Slot slot, JsonNode value) {
    return value.isNull() ? slot.isNullable() : slot.shape().accept(new ShapeMatch(value));
  }

  @Override
  public Boolean scalar(JsonShape.Scalar shape) {
    boolean token =
        switch (shape.token()) {
          case BOOLEAN -> value.isBoolean();
          case INTEGER -> value.isIntegralNumber();
          case NUMBER -> value.isNumber();
          case STRING -> value.isTextual();
        };
    return token && (shape.allowed().isEmpty() || shape.allowed().contains(value));
  }

  @Override
  public Boolean items(JsonShape.Items shape) {
    return value.isArray() && all(shape.item());
  }

  @Override
  public Boolean entries(JsonShape.Entries shape) {
    return switch (shape.form()) {
      case OBJECT -> value.isObject() && all(shape.value());
      case LIST -> value.isArray();
    };
  }

  private boolean all(JsonShape.Slot slot) {
    for (JsonNode each : value) {
      if (!fits(slot, each)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Boolean members(JsonShape.Members shape) {
    if (!value.isObject()) {
      return false;
    }
    for (JsonShape.Member member : shape.members()) {
      JsonNode each = value.get(member.name());
      if (each == null ? member.isRequired() : !fits(member.slot(), each)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Boolean choice(JsonShape.Choice shape) {
    return best(shape.branches(), value) != NONE;
  }

  @Override
  public Boolean unknown(JsonShape.Unknown shape) {
    return true;
  }
}
