package io.confluent.ksql.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Which module may use which. A new arrow needs a page in {@code docs/decisions}. */
final class ModuleGraphTest {
  private static final String GROUP = "${project.groupId}";

  /** Modules that see every other one: what people download, and the tests of everything. */
  private static final Set<String> SEES_ALL =
      Set.of("ksql-distribution", "ksql-functional-tests", "ksql-embedded");

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("ksql-udf", Set.of()),
          Map.entry("ksql-common", Set.of("ksql-udf")),
          Map.entry("ksql-parser", Set.of("ksql-udf", "ksql-common")),
          Map.entry("ksql-planner", Set.of("ksql-udf", "ksql-common", "ksql-parser")),
          Map.entry("ksql-serde", Set.of("ksql-udf", "ksql-common")),
          Map.entry("ksql-functions", Set.of("ksql-udf")),
          Map.entry("ksql-ml", Set.of("ksql-udf", "ksql-common")),
          Map.entry(
              "ksql-engine",
              Set.of(
                  "ksql-udf",
                  "ksql-common",
                  "ksql-parser",
                  "ksql-planner",
                  "ksql-serde",
                  "ksql-functions",
                  "ksql-ml")),
          Map.entry("ksql-rest-client", Set.of("ksql-udf", "ksql-common")),
          Map.entry(
              "ksql-rest-app",
              Set.of(
                  "ksql-udf",
                  "ksql-common",
                  "ksql-parser",
                  "ksql-planner",
                  "ksql-serde",
                  "ksql-functions",
                  "ksql-ml",
                  "ksql-engine",
                  "ksql-rest-client")),
          Map.entry(
              "ksql-cli", Set.of("ksql-udf", "ksql-common", "ksql-parser", "ksql-rest-client")),
          Map.entry("ksql-mqtt-proxy", Set.of("ksql-udf", "ksql-common")),
          Map.entry("ksql-connect", Set.of("ksql-udf", "ksql-common", "ksql-serde")),
          Map.entry("ksql-schema-registry", Set.of("ksql-udf", "ksql-common", "ksql-serde")),
          Map.entry(
              "ksql-tools",
              Set.of(
                  "ksql-udf",
                  "ksql-common",
                  "ksql-parser",
                  "ksql-planner",
                  "ksql-serde",
                  "ksql-functions",
                  "ksql-ml",
                  "ksql-engine")),
          Map.entry(
              "ksql-benchmarks",
              Set.of(
                  "ksql-udf",
                  "ksql-common",
                  "ksql-parser",
                  "ksql-planner",
                  "ksql-serde",
                  "ksql-functions",
                  "ksql-ml",
                  "ksql-engine",
                  "ksql-tools")));

  @Test
  void modulesUseOnlyWhatTheyMay() {
    Map<String, Set<String>> forbidden = new TreeMap<>();
    for (String module : SourceTree.modules()) {
      Set<String> used = new TreeSet<>(mainDependencies(SourceTree.ROOT.resolve(module)));
      if (!SEES_ALL.contains(module)) {
        used.removeAll(ALLOWED.getOrDefault(module, Set.of()));
        if (!used.isEmpty()) {
          forbidden.put(module, used);
        }
      }
    }
    assertThat(forbidden).isEmpty();
  }

  @Test
  void everyModuleHasItsRules() {
    assertThat(SourceTree.modules())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            module ->
                assertThat(ALLOWED.containsKey(module) || SEES_ALL.contains(module))
                    .as("a page in docs/decisions and a line in this test for %s", module)
                    .isTrue());
  }

  @Test
  void seesTheDependenciesOfPoms() {
    assertThat(mainDependencies(SourceTree.ROOT.resolve("ksql-cli")))
        .contains("ksql-rest-client", "ksql-parser");
    assertThat(mainDependencies(SourceTree.ROOT.resolve("ksql-functional-tests"))).isEmpty();
  }

  /** Modules of this project that a pom declares, tests' aside. */
  private static List<String> mainDependencies(Path module) {
    return SourceTree.elements(SourceTree.pom(module).getElementsByTagName("dependency")).stream()
        .filter(dependency -> text(dependency, "groupId").equals(GROUP))
        .filter(dependency -> !text(dependency, "scope").equals("test"))
        .map(dependency -> text(dependency, "artifactId"))
        .toList();
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
