package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.Node;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks at trees from outside: what they mean without the places they were found in. */
final class Shape {
  private Shape() {}

  /** A tree as nested lists; two of them are equal if the trees are but for their spans. */
  static Object of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Shape::of);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Shape::of).toList();
    }
    if (value instanceof Identifier identifier) {
      return identifier.text();
    }
    if (value instanceof Record record) {
      List<Object> shape = new ArrayList<>();
      shape.add(record.getClass().getSimpleName());
      components(record).stream()
          .filter(c -> !(c instanceof Span))
          .map(Shape::of)
          .forEach(shape::add);
      return shape;
    }
    return value;
  }

  /** A tree and everything below it. */
  static List<Node> nodes(Object value) {
    List<Node> nodes = new ArrayList<>();
    collect(value, nodes);
    return nodes;
  }

  private static void collect(Object value, List<Node> nodes) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(content -> collect(content, nodes));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collect(element, nodes));
    } else if (value instanceof Record record) {
      if (value instanceof Node node) {
        nodes.add(node);
      }
      components(record).forEach(component -> collect(component, nodes));
    }
  }

  private static List<Object> components(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> valueOf(component, record))
        .toList();
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      Object value = component.getAccessor().invoke(record);
      return value == null ? "null" : value;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
