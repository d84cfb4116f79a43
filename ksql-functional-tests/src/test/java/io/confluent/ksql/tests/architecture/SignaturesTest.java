package io.confluent.ksql.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What names and signatures may look like. */
final class SignaturesTest {
  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|Base)$")
        .check(SourceTree.mainClasses());
  }

  @Test
  void formatLibrariesStayOutOfSignatures() {
    classes()
        .that()
        .resideOutsideOfPackages(
            "io.confluent.ksql.serde.avro",
            "io.confluent.ksql.registry",
            "io.confluent.ksql.tools.datagen.generate")
        .should(notOffer("org.apache.avro"))
        .check(SourceTree.mainClasses());
  }

  @Test
  void protobufStaysOutOfSignatures() {
    // Descriptors of messages are what this one package is for.
    classes()
        .that()
        .resideOutsideOfPackage("io.confluent.ksql.serde.protobuf.schema")
        .should(notOffer("com.google.protobuf", "com.squareup.wire"))
        .check(SourceTree.mainClasses());
  }

  @Test
  void jsonTreesStayOutOfSignatures() {
    // Two of these are the JSON of an HTTP API: whoever speaks it uses their trees and mappers. The
    // third reads and writes JSON for two formats.
    classes()
        .that()
        .resideOutsideOfPackages(
            "io.confluent.ksql.rest.wire",
            "io.confluent.ksql.serde.registry",
            "io.confluent.ksql.serde.json")
        .should(notOffer("com.fasterxml.jackson"))
        .check(SourceTree.mainClasses());
  }

  @Test
  void modelLibrariesStayOutOfSignatures() {
    classes()
        .that()
        .resideOutsideOfPackage("io.confluent.ksql.ml.h2o")
        .should(notOffer("hex.", "water.", "ai.h2o."))
        .check(SourceTree.mainClasses());
  }

  @Test
  void settingsAreDefinedInSettingsClasses() {
    // What WITH (..) gives a format is no setting of a server: formats say it themselves.
    fields()
        .that()
        .haveRawType(Setting.class)
        .and()
        .areStatic()
        .should()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Settings")
        .orShould()
        .beDeclaredInClassesThat()
        .areAssignableTo(Format.class)
        .orShould()
        .beDeclaredInClassesThat()
        .areAssignableTo(SchemaOptions.class)
        .check(SourceTree.mainClasses());
  }

  @Test
  void visitorsForgetNoVariant() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Visitor")
        .and()
        .areDeclaredInClassesThat()
        .areInterfaces()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("io.confluent.ksql.parser.syntax")
        .should()
        .haveModifier(JavaModifier.ABSTRACT)
        .check(SourceTree.mainClasses());
  }

  /** Public and protected members of public classes that name no type of the given packages. */
  private static ArchCondition<JavaClass> notOffer(String... prefixes) {
    return new ArchCondition<>("not offer types of " + String.join(", ", prefixes)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isOffered(type)) {
          return;
        }
        for (JavaMember member : type.getMembers()) {
          if (isOffered(member)) {
            types(member)
                .filter(named -> Stream.of(prefixes).anyMatch(named.getName()::startsWith))
                .distinct()
                .forEach(
                    named ->
                        events.add(
                            SimpleConditionEvent.violated(
                                member, member.getFullName() + " offers " + named.getName())));
          }
        }
      }
    };
  }

  private static boolean isOffered(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(SignaturesTest::isOffered).orElse(true);
  }

  private static boolean isOffered(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || (member.getModifiers().contains(JavaModifier.PROTECTED)
            && !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
  }

  private static Stream<JavaClass> types(JavaMember member) {
    List<JavaType> named =
        member instanceof JavaField field
            ? List.of(field.getType())
            : Stream.concat(
                    Stream.of(((JavaCodeUnit) member).getReturnType()),
                    ((JavaCodeUnit) member).getParameterTypes().stream())
                .toList();
    return named.stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }
}
