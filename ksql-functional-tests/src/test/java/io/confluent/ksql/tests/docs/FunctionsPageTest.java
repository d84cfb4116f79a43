package io.confluent.ksql.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.planner.function.FunctionDocs;
import io.confluent.ksql.planner.function.FunctionRegistry;
import org.junit.jupiter.api.Test;

/** {@code docs/functions.md}. */
final class FunctionsPageTest {
  @Test
  void pageListsEveryFunction() {
    FunctionRegistry functions =
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .builtIn(AnomalyKudf.class)
            .build();
    String title = "# Functions\n";
    String page = FunctionDocs.markdown(functions.all());
    assertThat(page).startsWith(title).contains("### ANOMALY");
    GeneratedPage.holds(
        "functions.md", title + "\n" + GeneratedPage.NOTE + page.substring(title.length()));
  }
}
