package io.confluent.ksql.mqtt.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
  @TempDir Path directory;

  @Test
  void verifiesPasswords() throws IOException {
    Passwords passwords =
        Passwords.read(file("# users", "", Passwords.line("ann", "s3cret:ä".toCharArray())));

    assertThat(passwords.verify("ann", "s3cret:ä".getBytes(UTF_8))).isTrue();
    assertThat(passwords.verify("ann", "s3cret".getBytes(UTF_8))).isFalse();
    assertThat(passwords.verify("ann", "s3cret:ä".getBytes(UTF_8))).isTrue();
    assertThat(passwords.verify("ann", new byte[0])).isFalse();
    assertThat(passwords.verify("bob", "s3cret:ä".getBytes(UTF_8))).isFalse();
  }

  @Test
  void readsWhatMosquittoWrites() throws IOException {
    Passwords passwords = Passwords.read(file(MOSQUITTO_LINE));

    assertThat(passwords.verify("mosi", "quitto".getBytes(UTF_8))).isTrue();
    assertThat(passwords.verify("mosi", "Quitto".getBytes(UTF_8))).isFalse();
  }

  private static final String MOSQUITTO_LINE =
      "mosi:$7$101$TIt04cAf0jPSrDM+$65YWqdbLzwEUX/fwo1wJlMjUU8jFgwG6s3g2IMKa3YjOat0iI3PoA/1GK5PwD7Iy4Na+aeHxskmxQVABnkV9ig==";

  @Test
  void saysWhichLineHoldsNoPassword() {
    assertThatThrownBy(() -> Passwords.read(file("# x", "ann:secret")))
        .hasMessageContaining("Line 2");
    assertThatThrownBy(() -> Passwords.read(directory.resolve("none")))
        .hasMessageContaining("no such file");
  }

  @Test
  void allowsWhatARuleSays() throws IOException {
    AccessRules rules =
        AccessRules.read(
            file(
                "user ann publish car/+/temperature",
                "client c7 subscribe alerts/#",
                "all both own/%c/#"));
    Client ann = new Client("c1", Optional.of("ann"));
    Client seven = new Client("c7", Optional.empty());

    assertThat(rules.mayPublish(ann, "car/a/temperature")).isTrue();
    assertThat(rules.maySubscribe(ann, "car/a/temperature")).isFalse();
    assertThat(rules.mayPublish(seven, "car/a/temperature")).isFalse();
    assertThat(rules.maySubscribe(seven, "alerts/+")).isTrue();
    assertThat(rules.maySubscribe(seven, "#")).isFalse();
    assertThat(rules.mayPublish(ann, "own/c1/x")).isTrue();
    assertThat(rules.mayPublish(ann, "own/c7/x")).isFalse();
  }

  @Test
  void namesAreNoWildcards() throws IOException {
    AccessRules rules = AccessRules.read(file("all both own/%c/%u"));

    for (String id : List.of("#", "+", "a/b", "%u", "")) {
      Client client = new Client(id, Optional.of("ann"));
      assertThat(rules.maySubscribe(client, "own/" + id + "/ann")).as(id).isFalse();
      assertThat(rules.mayPublish(client, "own/x/ann")).as(id).isFalse();
    }
    assertThat(rules.mayPublish(new Client("x", Optional.empty()), "own/x/")).isFalse();
  }

  @Test
  void saysWhichLineIsNoRule() {
    assertThatThrownBy(() -> AccessRules.read(file("all both #", "user ann reads x")))
        .hasMessageContaining("Line 2");
    assertThatThrownBy(() -> AccessRules.read(file("all both a#"))).hasMessageContaining("Line 1");
  }

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("file"), List.of(lines));
  }
}
