package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerPropertiesTest {
  @TempDir private Path directory;

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  void letsLaterFilesThenTheEnvironmentThenTheJvmWin() throws IOException {
    String first = file("a.properties", "one=a\ntwo=a\nthree=a \nfour=a\n");
    String second = file("b.properties", "two=b\nthree=b\nfour=b\n");
    Properties system = new Properties();
    system.setProperty("four", "jvm");
    system.setProperty("ksql.service.id", "jvm");
    system.setProperty("java.io.tmpdir", "not a setting");
    assertThat(
            ServerProperties.read(
                List.of(first, second), Map.of("KSQL_THREE", "env", "PATH", "x"), system))
        .isEqualTo(
            Map.of(
                "one", "a", "two", "b", "three", "env", "four", "jvm", "ksql.service.id", "jvm"));
  }

  @Test
  void saysWhichFileItCannotRead() {
    assertThatThrownBy(
            () ->
                ServerProperties.read(
                    List.of(directory.resolve("none").toString()), Map.of(), new Properties()))
        .hasMessageContaining("none")
        .hasMessageContaining("no such file");
  }

  @Test
  void documentsEverySettingOnce() {
    assertThat(KnownSettings.all()).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(KnownSettings.all()).extracting(Setting::doc).noneMatch(String::isBlank);
  }

  @Test
  void noticesNamesThatAreNoSettings() {
    assertThat(
            KnownSettings.strangers(
                List.of("ksql.service.id", "ksql.servic.id", "ksql.functions.f.x", "linger.ms")))
        .containsExactly("ksql.servic.id");
  }

  @Test
  void namesVersionAndAddressInTheBanner() {
    assertThat(ServerMain.banner("http://127.0.0.1:8088"))
        .matches(
            "Server \\S+ listening on http://127.0.0.1:8088\\RTo access the KSQL CLI, run: ksql"
                + " http://127.0.0.1:8088");
  }

  @Test
  void needsBrokers() {
    assertThatThrownBy(() -> KsqlServer.start(Map.of("listeners", "http://127.0.0.1:0")))
        .hasMessageContaining("bootstrap.servers");
  }
}
