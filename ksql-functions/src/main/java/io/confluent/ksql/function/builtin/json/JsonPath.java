package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.KsqlFunctionException;
import java.util.ArrayList;
import java.util.List;

/**
 * A path into JSON: a dollar sign, then names after points, positions or quoted names in brackets.
 */
final class JsonPath {
  private final List<Object> steps;

  private JsonPath(List<Object> steps) {
    this.steps = steps;
  }

  /**
   * Reads a path such as {@code $.log.cloud[0]["a name"]}.
   *
   * @throws KsqlFunctionException if the text is none
   */
  static JsonPath of(String path) {
    if (!path.startsWith("$")) {
      throw invalid(path);
    }
    List<Object> steps = new ArrayList<>();
    int position = 1;
    while (position < path.length()) {
      position =
          switch (path.charAt(position)) {
            case '.' -> name(path, position + 1, steps);
            case '[' -> subscript(path, position + 1, steps);
            default -> throw invalid(path);
          };
    }
    return new JsonPath(List.copyOf(steps));
  }

  private static int name(String path, int start, List<Object> steps) {
    int end = start;
    while (end < path.length() && isNamePart(path.charAt(end))) {
      end++;
    }
    if (end == start) {
      throw invalid(path);
    }
    steps.add(path.substring(start, end));
    return end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '@';
  }

  private static int subscript(String path, int start, List<Object> steps) {
    if (start < path.length() && path.charAt(start) == '"') {
      int quote = path.indexOf("\"]", start + 1);
      if (quote < 0) {
        throw invalid(path);
      }
      steps.add(path.substring(start + 1, quote));
      return quote + 2;
    }
    int end = path.indexOf(']', start);
    if (end < 0) {
      throw invalid(path);
    }
    try {
      steps.add(Integer.parseInt(path.substring(start, end)));
    } catch (NumberFormatException e) {
      steps.add(unquotedName(path, start, end));
    }
    return end + 1;
  }

  private static String unquotedName(String path, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isNamePart(path.charAt(i))) {
        throw invalid(path);
      }
    }
    if (start == end) {
      throw invalid(path);
    }
    return path.substring(start, end);
  }

  private static KsqlFunctionException invalid(String path) {
    return new KsqlFunctionException("'" + path + "' is no path into JSON.");
  }

  /** The node at the end of the path, a missing node if there is none. */
  JsonNode find(JsonNode root) {
    JsonNode node = root;
    for (Object step : steps) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node;
  }
}
