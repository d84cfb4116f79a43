package io.confluent.ksql.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.rest.server.ServerParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What packages may know of each other and of the libraries. */
final class PackagesTest {
  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("io.confluent.ksql.(**)")
        .namingSlices("$1")
        .should()
        .beFreeOfCycles()
        // A query of the catalog carries its plan; the plan names sources and formats of the
        // catalog.
        .ignoreDependency(
            type(PersistentQuery.class), resideInAPackage("io.confluent.ksql.planner.physical"))
        // What both plans say the same way is stored with the physical one.
        .ignoreDependency(
            resideInAPackage("io.confluent.ksql.planner.logical"),
            belongToAnyOf(
                Aggregation.class,
                AggregateStep.Emission.class,
                JoinKind.class,
                JoinWindow.class,
                JoinWindow.Unmatched.class,
                ScanExtra.class,
                TableFunctionCall.class,
                WindowSpec.class))
        // The facade of a package and its sub-packages stands beside what it hands to them.
        .ignoreDependency(type(Planner.class), resideInAPackage("io.confluent.ksql.planner.."))
        // Endpoints are given the parts of the server, which is also who makes them.
        .ignoreDependency(
            resideInAnyPackage(
                "io.confluent.ksql.rest.server.handler", "io.confluent.ksql.rest.server.stream"),
            type(ServerParts.class))
        .check(SourceTree.mainClasses());
  }

  @Test
  void everyPackageSaysWhatBelongsInIt() {
    TreeSet<Path> silent = new TreeSet<>();
    for (Path file : SourceTree.mainSources()) {
      Path directory = file.getParent();
      if (!Files.exists(directory.resolve("package-info.java"))) {
        silent.add(SourceTree.ROOT.relativize(directory));
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void planningKnowsNothingOfRunningKafka() {
    noClasses()
        .that()
        .resideInAPackage("io.confluent.ksql.planner..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.kafka.streams..",
                "org.apache.kafka.clients..",
                "org.apache.kafka.common.serialization..",
                "org.apache.avro..",
                "com.google.protobuf..",
                "io.confluent.ksql.serde..",
                "io.confluent.ksql.engine.."))
        .check(SourceTree.mainClasses());
  }

  @Test
  void planningReadsNoFileAndNoClock() {
    // Functions come from jars; everything else that planning needs is given to it.
    noClasses()
        .that(
            resideInAPackage("io.confluent.ksql.planner..")
                .and(resideInAPackage("io.confluent.ksql.planner.function").negate()))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net.."))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(SourceTree.mainClasses());
  }

  @Test
  void onlyFormatsKnowAvro() {
    noClasses()
        .that()
        // An Avro schema tells the data generator what to generate, and a case what a topic holds.
        // What formats are measured against does without them, and values of Kafka Connect are no
        // rows.
        .resideOutsideOfPackages(
            "io.confluent.ksql.benchmarks..",
            "io.confluent.ksql.connect.avro..",
            "io.confluent.ksql.serde..",
            "io.confluent.ksql.registry..",
            "io.confluent.ksql.tools.datagen..",
            "io.confluent.ksql.tools.test.cases..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.avro..")
        .check(SourceTree.mainClasses());
  }

  @Test
  void onlyFormatsKnowProtobuf() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.confluent.ksql.serde..", "io.confluent.ksql.tools.test.cases..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.protobuf..", "com.squareup.wire..")
        .check(SourceTree.mainClasses());
  }

  @Test
  void onlyScoringAndTrainingKnowModels() {
    noClasses()
        .that()
        // Scoring is measured against the way of H2O's own examples.
        .resideOutsideOfPackages(
            "io.confluent.ksql.benchmarks..",
            "io.confluent.ksql.ml.h2o",
            "io.confluent.ksql.tools.train")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("hex..", "water..", "ai.h2o..")
        .check(SourceTree.mainClasses());
  }
}
