package io.confluent.ksql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.function.AggregateFunction;
import io.confluent.ksql.planner.function.FunctionParameter;
import io.confluent.ksql.planner.function.Overload;
import io.confluent.ksql.planner.function.SqlFunction;
import org.junit.jupiter.api.Test;

final class BuiltInFunctionsTest {
  @Test
  void loadsEveryBuiltIn() {
    assertThat(Functions.REGISTRY.rejected()).isEmpty();
    assertThat(Functions.REGISTRY.all()).hasSizeGreaterThan(50);
  }

  @Test
  void everyBuiltInIsDescribed() {
    for (SqlFunction function : Functions.REGISTRY.all()) {
      assertThat(function.about().description()).as(function.name()).endsWith(".");
      assertThat(function.about().isInternal()).isTrue();
    }
  }

  @Test
  void everyBuiltInHasAnExampleUnlessItNeedsRows() {
    for (SqlFunction function : Functions.REGISTRY.all()) {
      if (!(function instanceof AggregateFunction)) {
        assertThat(function.about().examples()).as(function.name()).isNotEmpty();
      }
    }
  }

  @Test
  void everyParameterHasAName() {
    for (SqlFunction function : Functions.REGISTRY.all()) {
      for (Overload overload : function.overloads()) {
        for (FunctionParameter parameter : overload.parameters()) {
          assertThat(parameter.name())
              .as(overload.callText(function.name()))
              .isNotBlank()
              .doesNotMatch("arg\\d+");
        }
      }
    }
  }
}
