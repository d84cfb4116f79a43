package io.confluent.ksql.tests.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.tests.architecture.SourceTree;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;

/** The constants of the {@code *Settings} classes, read from the classes themselves. */
final class SettingConstants {
  private SettingConstants() {}

  /** The classes that define settings, by name. */
  static List<JavaClass> classes() {
    return SourceTree.mainClasses().stream()
        .filter(type -> type.getSimpleName().endsWith("Settings"))
        .filter(type -> !fields(type).isEmpty())
        .sorted(Comparator.comparing(JavaClass::getSimpleName))
        .toList();
  }

  static List<JavaField> fields(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> field.getRawType().isEquivalentTo(Setting.class))
        .toList();
  }

  static Setting<?> value(JavaField field) {
    try {
      Field constant = field.reflect();
      constant.setAccessible(true);
      return (Setting<?>) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getFullName(), e);
    }
  }
}
