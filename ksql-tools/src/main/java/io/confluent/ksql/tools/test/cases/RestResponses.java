package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares what a server answered with what a case expects. Members that a case does not name may
 * be anything; rows may come in any order unless their order counts.
 */
final class RestResponses {
  private static final String PREFIX = "|starts_with";
  private static final String STATEMENT = "{STATEMENT}";
  private static final String ROW = "row";
  private static final String COLUMNS = "columns";

  private final TestCase.Rest expected;

  RestResponses(TestCase.Rest expected) {
    this.expected = expected;
  }

  /**
   * What was answered.
   *
   * @param kind {@code admin}, {@code query} or {@code queryProto}
   * @param body an entity, or an array of rows
   * @param statement the query
   */
  record Response(String kind, JsonNode body, String statement) {}

  /** Throws what does not hold. */
  void check(List<Response> actual) {
    List<JsonNode> wanted = expected.responses();
    if (actual.size() < wanted.size()) {
      throw new CaseFailure("%d answers, %d expected.".formatted(actual.size(), wanted.size()));
    }
    for (int i = 0; i < wanted.size(); i++) {
      Response response = actual.get(i);
      JsonNode body = wanted.get(i).path(response.kind());
      if (body.isMissingNode()) {
        throw new CaseFailure(
            "Answer %d is one of the kind %s; expected %s"
                .formatted(i, response.kind(), wanted.get(i)));
      }
      if (response.kind().equals("admin")) {
        if (!hasMembers(body, response.body(), "")) {
          throw different(i, body, response.body());
        }
      } else {
        checkRows(i, body, response);
      }
    }
  }

  private static CaseFailure different(int index, JsonNode expected, JsonNode actual) {
    return new CaseFailure(
        "Answer %d is another one.%n  expected %s%n  actual   %s"
            .formatted(index, expected, actual));
  }

  private void checkRows(int index, JsonNode wanted, Response response) {
    if (wanted.size() != response.body().size()) {
      throw different(index, wanted, response.body());
    }
    List<JsonNode> left = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      JsonNode actual = response.body().get(i);
      boolean rows = wanted.get(i).has(ROW) && actual.has(ROW);
      if (rows && !expected.ordered()) {
        left.add(actual.path(ROW));
      } else if (!hasMembers(wanted.get(i), actual, response.statement())) {
        throw different(index, wanted, response.body());
      }
    }
    for (JsonNode each : wanted) {
      if (each.has(ROW) && !expected.ordered() && !removeOne(left, each.path(ROW))) {
        throw different(index, wanted, response.body());
      }
    }
  }

  private static boolean removeOne(List<JsonNode> left, JsonNode wanted) {
    for (int i = 0; i < left.size(); i++) {
      boolean sameKind =
          wanted.path("tombstone").asBoolean() == left.get(i).path("tombstone").asBoolean();
      boolean same =
          wanted.isTextual()
              ? wanted.equals(left.get(i))
              : isSame(wanted.path(COLUMNS), left.get(i).path(COLUMNS));
      if (sameKind && same) {
        left.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean hasMembers(JsonNode wanted, JsonNode actual, String statement) {
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      String name = member.getKey();
      boolean agrees;
      if (name.endsWith(PREFIX)) {
        String text = actual.path(name.substring(0, name.length() - PREFIX.length())).asText();
        agrees = text.startsWith(member.getValue().asText());
      } else if (member.getValue().isObject()) {
        agrees = hasMembers(member.getValue(), actual.path(name), statement);
      } else if (member.getValue().isTextual()) {
        agrees =
            member
                .getValue()
                .asText()
                .replace(STATEMENT, statement)
                .equals(actual.path(name).textValue());
      } else {
        agrees = isSame(member.getValue(), actual.path(name));
      }
      if (!agrees) {
        return false;
      }
    }
    return true;
  }

  /** Equal in every part; a number with an exponent by its value, any other by its digits, too. */
  private static boolean isSame(JsonNode wanted, JsonNode actual) {
    if (wanted.isArray() || wanted.isObject()) {
      if (wanted.getNodeType() != actual.getNodeType() || wanted.size() != actual.size()) {
        return false;
      }
      if (wanted.isObject()) {
        return wanted.properties().stream()
            .allMatch(
                member ->
                    actual.has(member.getKey())
                        && isSame(member.getValue(), actual.get(member.getKey())));
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (!isSame(wanted.get(i), actual.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (wanted.isNumber() && actual.isNumber()) {
      BigDecimal left = wanted.decimalValue();
      BigDecimal right = actual.decimalValue();
      boolean exponent = left.scale() < 0 || right.scale() < 0;
      return exponent ? left.compareTo(right) == 0 : left.equals(right);
    }
    return wanted.equals(actual);
  }
}
