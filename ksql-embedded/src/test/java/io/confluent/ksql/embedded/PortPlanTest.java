package io.confluent.ksql.embedded;

import static io.confluent.ksql.embedded.PortPlan.Service.KAFKA;
import static io.confluent.ksql.embedded.PortPlan.Service.KSQL;
import static io.confluent.ksql.embedded.PortPlan.Service.SCHEMA_REGISTRY;
import static io.confluent.ksql.embedded.PortPlan.Service.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {
  @Test
  void usualPortsAreTheKnownOnes() {
    PortPlan plan = PortPlan.usual();

    assertThat(plan.port(KAFKA)).isEqualTo(9092);
    assertThat(plan.port(SCHEMA_REGISTRY)).isEqualTo(8081);
    assertThat(plan.port(KSQL)).isEqualTo(8088);
  }

  @Test
  void baseIsAddedToEach() {
    PortPlan plan = PortPlan.base(10_000);

    assertThat(plan.port(KAFKA)).isEqualTo(19_092);
    assertThat(plan.port(SCHEMA_REGISTRY)).isEqualTo(18_081);
    assertThat(plan.port(KSQL)).isEqualTo(18_088);
  }

  @Test
  void refusesPortsThatDoNotExist() {
    assertThatThrownBy(() -> PortPlan.base(-1)).hasMessageContaining("--port-base");
    assertThatThrownBy(() -> PortPlan.base(60_000)).hasMessageContaining("60000");
    assertThat(PortPlan.base(65_535 - 9_200).port(SEARCH)).isEqualTo(65_535);
    assertThatThrownBy(() -> PortPlan.usual().with(KSQL, 70_000)).hasMessageContaining("70000");
  }

  @Test
  void namesEveryTakenPortAtOnce() throws Exception {
    PortPlan free = PortPlan.free();
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      PortPlan plan = free.with(KAFKA, first.getLocalPort()).with(KSQL, second.getLocalPort());

      Diagnostic diagnostic =
          catchThrowableOfType(
                  DiagnosticException.class,
                  () -> plan.requireFree(Set.of(KSQL, KAFKA, SCHEMA_REGISTRY)))
              .diagnostic();

      assertThat(diagnostic.notes())
          .containsExactly(
              "Port %d, wanted by the Kafka broker, is in use by another program."
                  .formatted(first.getLocalPort()),
              "Port %d, wanted by the KSQL server, is in use by another program."
                  .formatted(second.getLocalPort()));
      assertThat(diagnostic.hint())
          .hasValueSatisfying(hint -> assertThat(hint).contains("--port-base"));
      plan.requireFree(List.of(SCHEMA_REGISTRY));
    }
  }

  @Test
  void noticesTwoServicesOnOnePort() {
    PortPlan free = PortPlan.free();
    int port = free.port(KAFKA);

    assertThat(free.with(KSQL, port).conflicts(EnumSet.of(KAFKA, KSQL)))
        .containsExactly(
            "Port %d is wanted by the Kafka broker and by the KSQL server.".formatted(port));
  }

  @Test
  void freePortsDiffer() {
    PortPlan plan = PortPlan.free();
    Set<Integer> ports = new HashSet<>();
    for (PortPlan.Service service : PortPlan.Service.values()) {
      ports.add(plan.port(service));
    }

    assertThat(ports).hasSize(PortPlan.Service.values().length);
    assertThat(plan.conflicts(EnumSet.allOf(PortPlan.Service.class))).isEmpty();
  }
}
