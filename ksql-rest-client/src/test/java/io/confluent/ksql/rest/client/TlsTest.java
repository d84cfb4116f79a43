package io.confluent.ksql.rest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "changeit";
  private static final String INFO = "{\"KsqlServerInfo\":{\"version\":\"1\"}}";

  @TempDir static Path directory;

  @BeforeAll
  static void makeCertificate() throws Exception {
    keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost");
    keytool("-exportcert", "-alias", "server", "-rfc", "-file", file("server.pem").toString());
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-keystore", file("server.p12").toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static Path file(String name) {
    return directory.resolve(name);
  }

  private static SSLContext serverContext() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file("server.p12").toFile())) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void trustsTheCertificatesOfAFileAndNoOther() throws Exception {
    try (ScriptedServer server = ScriptedServer.startTls(serverContext())) {
      server.answer("/info", 200, INFO);
      ClientOptions options = ClientOptions.of(server.uri());

      assertThat(ask(options.trusting(new TlsStore(file("server.p12"), PASSWORD, "PKCS12"))))
          .isEqualTo("1");
      assertThat(ask(options.trusting(new TlsStore(file("server.pem"), "", "PEM")))).isEqualTo("1");
      assertThatThrownBy(() -> ask(options)).hasMessageContaining("do not agree on TLS");
    }
  }

  private static String ask(ClientOptions options) {
    return new KsqlClient(options).info().version();
  }

  @Test
  void saysThatAStoreCannotBeRead() {
    ClientOptions options =
        ClientOptions.of(URI.create("https://localhost:1"))
            .trusting(new TlsStore(file("missing.jks"), PASSWORD, "JKS"));

    assertThatThrownBy(() -> new KsqlClient(options)).hasMessageContaining("missing.jks");
  }
}
