package io.confluent.ksql.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import io.confluent.ksql.setting.Scope;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.tests.architecture.SourceTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md}, and that what it promises is true. */
final class SettingsPageTest {
  private static final Pattern ABOUT_CLASS =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?final class ", Pattern.DOTALL);

  @Test
  void pageListsEverySetting() {
    StringBuilder page = new StringBuilder("# Settings\n\n").append(GeneratedPage.NOTE);
    page.append(
        """

        A server reads its settings from the file that it is started with, and over that from environment variables:
        `KSQL_KSQL_SERVICE_ID` is `ksql.service.id`. Where the scope is *session*, `SET 'name'='value';` and a single
        request may change a setting too. Durations are numbers of milliseconds, lists are separated by commas.
        Names that are not here are given to Kafka's clients, Kafka Streams and functions.
        """);
    for (JavaClass type : SettingConstants.classes()) {
      page.append("\n## ").append(heading(type)).append("\n\n");
      page.append("| name | type | default | scope | meaning |\n|---|---|---|---|---|\n");
      SettingConstants.fields(type).stream()
          .map(SettingConstants::value)
          .sorted(Comparator.comparing(Setting::name))
          .forEach(setting -> page.append(row(setting)));
    }
    GeneratedPage.holds("settings.md", page.toString());
  }

  @Test
  void everySettingHasAMeaning() {
    assertThat(all()).hasSizeGreaterThan(30).noneMatch(setting -> setting.doc().isBlank());
  }

  @Test
  void everyNameIsDefinedOnce() {
    assertThat(all()).extracting(Setting::name).doesNotHaveDuplicates();
  }

  @Test
  void everySettingIsRead() {
    List<String> unread =
        SettingConstants.classes().stream()
            .flatMap(type -> SettingConstants.fields(type).stream())
            .filter(
                field -> field.getAccessesToSelf().stream().noneMatch(SettingsPageTest::isReading))
            .map(JavaField::getFullName)
            .toList();
    assertThat(unread).isEmpty();
  }

  /** Being listed among others is not being read. */
  private static boolean isReading(JavaFieldAccess access) {
    String method = access.getOrigin().getName();
    return !method.equals("<clinit>") && !method.equals("all");
  }

  private static List<Setting<?>> all() {
    return SettingConstants.classes().stream()
        .flatMap(type -> SettingConstants.fields(type).stream())
        .<Setting<?>>map(SettingConstants::value)
        .toList();
  }

  private static String row(Setting<?> setting) {
    String meaning = setting.doc();
    if (setting.isSecret()) {
      meaning += " Never printed.";
    }
    if (!setting.formerNames().isEmpty()) {
      meaning += " Also read as `" + String.join("`, `", setting.formerNames()) + "`.";
    }
    String dflt = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            setting.name(),
            escaped(setting.type()),
            escaped(dflt),
            setting.scope() == Scope.SERVER ? "server" : "session",
            escaped(meaning));
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }

  /** The first words of the class's own comment. */
  private static String heading(JavaClass type) {
    String file = "/" + type.getName().replace('.', '/') + ".java";
    Optional<String> source =
        SourceTree.mainSources().stream()
            .filter(path -> path.toString().endsWith(file))
            .map(SourceTree::text)
            .findFirst();
    Matcher about = ABOUT_CLASS.matcher(source.orElseThrow());
    assertThat(about.find()).as("a comment on %s", type.getName()).isTrue();
    return about
        .group(1)
        .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
        .replaceAll("\\{@code (\\S+)\\}", "`$1`")
        .strip()
        .split("[;.](\\s|$)", 2)[0];
  }
}
