package io.confluent.ksql.tools.test.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.planner.function.FunctionRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
  private static final Path GARDEN = Path.of("src", "test", "resources", "cases", "garden.json");
  private static final FunctionRegistry FUNCTIONS =
      FunctionRegistry.builder().builtInPackage(BuiltInFunctions.class).build();

  /** What only says which kind of a thing is meant, in ways that a change does not contradict. */
  private static final Set<String> LOOSE = Set.of("blacklist", "expectedException");

  @TempDir private Path directory;

  @Test
  void casesPassThatAreRight() {
    List<Cases.Result> results = run(GARDEN);

    assertThat(results).hasSize(10);
    assertThat(results)
        .filteredOn(result -> !result.skipped())
        .allSatisfy(result -> assertThat(result.failure()).as(result.name()).isEmpty());
    assertThat(results)
        .filteredOn(Cases.Result::skipped)
        .extracting(Cases.Result::name)
        .containsExactly("garden - not to be run");
    assertThat(results).filteredOn(result -> result.kind() == Cases.Kind.ERROR).hasSize(3);
  }

  @Test
  void everyExpectedValueCounts() throws IOException {
    List<String> changes = new ArrayList<>();
    ArrayNode corrupted = CaseFile.JSON.createArrayNode();
    for (JsonNode test : CaseFile.JSON.readTree(Files.readString(GARDEN)).path("tests")) {
      if (test.path("enabled").asBoolean(true)) {
        corrupt(test, "/outputs", test.path("outputs"), corrupted, changes);
        corrupt(test, "/post", test.path("post"), corrupted, changes);
      }
    }

    assertThat(changes).hasSizeGreaterThan(60);
    assertAllFail(corrupted);
  }

  @Test
  void numberAndOrderOfRecordsCount() throws IOException {
    ArrayNode corrupted = CaseFile.JSON.createArrayNode();
    for (JsonNode test : CaseFile.JSON.readTree(Files.readString(GARDEN)).path("tests")) {
      int count = test.path("outputs").size();
      if (count > 1 && test.at("/outputs/0/topic").equals(test.at("/outputs/1/topic"))) {
        add(corrupted, test, "fewer").withArray("outputs").remove(count - 1);
        ArrayNode more = add(corrupted, test, "more").withArray("outputs");
        more.add(more.get(0));
        ArrayNode swapped = add(corrupted, test, "swapped").withArray("outputs");
        swapped.insert(1, swapped.remove(0));
      }
    }

    assertThat(corrupted).hasSize(6);
    assertAllFail(corrupted);
  }

  @Test
  void kindOfAnErrorCounts() throws IOException {
    ArrayNode corrupted = CaseFile.JSON.createArrayNode();
    List<String> kinds = new ArrayList<>();
    for (JsonNode test : CaseFile.JSON.readTree(Files.readString(GARDEN)).path("tests")) {
      if (test.has("expectedException")) {
        kinds.add(test.path("expectedException").path("type").asText());
      }
    }
    for (JsonNode test : CaseFile.JSON.readTree(Files.readString(GARDEN)).path("tests")) {
      for (String kind : kinds) {
        if (test.has("expectedException")
            && !kind.equals(test.path("expectedException").path("type").asText())) {
          ((ObjectNode) add(corrupted, test, kind).get("expectedException")).put("type", kind);
        }
      }
    }

    assertThat(corrupted).hasSize(6);
    assertAllFail(corrupted);
  }

  @Test
  void anEarlierErrorIsNotTheOneExpected() throws IOException {
    assertAllFail(
        (ArrayNode)
            CaseFile.JSON.readTree(
                """
                [{"name": "second to last", "statements": [
                    "CREATE STREAM a AS SELECT * FROM nothing;",
                    "CREATE STREAM b AS SELECT * FROM nothing;"],
                  "expectedException": {"type": "io.confluent.ksql.util.KsqlException"}}]
                """));
  }

  @Test
  void aCaseThatDoesNotEndStopsNoOther() {
    List<Cases.Result> results =
        new Cases(FUNCTIONS, Duration.ZERO.plusMillis(1)).run(List.of(GARDEN), name -> true);

    assertThat(results)
        .filteredOn(result -> !result.skipped())
        .hasSize(9)
        .allSatisfy(result -> assertThat(result.failure().orElse("")).contains("longer than"));
  }

  private void corrupt(
      JsonNode test, String at, JsonNode node, ArrayNode corrupted, List<String> changes) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!LOOSE.contains(member.getKey())) {
        corrupt(test, at + "/" + member.getKey(), member.getValue(), corrupted, changes);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      corrupt(test, at + "/" + i, node.get(i), corrupted, changes);
    }
    if (node.isValueNode() && !at.endsWith("/type") || at.endsWith("/window/type")) {
      changes.add(at);
      ObjectNode copy = add(corrupted, test, at);
      int slash = at.lastIndexOf('/');
      JsonNode parent = copy.at(at.substring(0, slash));
      String last = at.substring(slash + 1);
      if (parent instanceof ObjectNode object) {
        object.set(last, other(node, at));
      } else {
        ((ArrayNode) parent).set(Integer.parseInt(last), other(node, at));
      }
    }
  }

  private static JsonNode other(JsonNode value, String at) {
    var nodes = CaseFile.JSON.getNodeFactory();
    if (at.endsWith("/window/type")) {
      return nodes.textNode("session");
    }
    if (value.isTextual()) {
      return nodes.textNode(value.asText() + (at.endsWith("/schema") ? ", MORE INT" : "x"));
    }
    if (value.isBoolean()) {
      return nodes.booleanNode(!value.asBoolean());
    }
    return value.isNumber()
        ? nodes.numberNode(value.decimalValue().add(new BigDecimal("1")))
        : nodes.textNode("x");
  }

  private static ObjectNode add(ArrayNode tests, JsonNode test, String change) {
    ObjectNode copy = test.deepCopy();
    copy.put("name", test.path("name").asText() + " " + change);
    tests.add(copy);
    return copy;
  }

  private void assertAllFail(ArrayNode tests) throws IOException {
    Path file = directory.resolve("corrupted.json");
    Files.writeString(file, CaseFile.JSON.createObjectNode().set("tests", tests).toString());

    assertThat(run(file))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.failure()).as(result.name()).isPresent());
  }

  private static List<Cases.Result> run(Path file) {
    return new Cases(FUNCTIONS, Duration.ofSeconds(30)).run(List.of(file), name -> true);
  }
}
