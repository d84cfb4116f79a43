package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Keys and certificates of a server and of a device, which sign themselves, in a directory. */
final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path directory;

  Certificates(Path directory) throws Exception {
    this.directory = directory;
    make("server", "CN=localhost");
    make("device", "CN=device-7,O=Devices");
  }

  private void make(String name, String owner) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                owner,
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file(name + ".p12"),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate of " + owner);
    }
    KeyStore keys = store(name);
    pem(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
    pem(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded());
  }

  /** The path of one of the files: NAME.crt, NAME.key. */
  String file(String name) {
    return directory.resolve(name).toString();
  }

  private KeyStore store(String name) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private void pem(String file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(bytes);
    Files.writeString(
        directory.resolve(file),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  /** Settings of a proxy with these listeners. */
  Map<String, String> settings(String listeners) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ksql.mqtt.listeners", listeners);
    settings.put("ksql.mqtt.ssl.certificate", file("server.crt"));
    settings.put("ksql.mqtt.ssl.key", file("server.key"));
    return settings;
  }

  /** For clients that trust the server and have no certificate. */
  SSLSocketFactory sockets() throws GeneralSecurityException, IOException {
    return sockets(null, null);
  }

  /** For the device, which shows its certificate. */
  SSLSocketFactory socketsOfDevice() throws GeneralSecurityException, IOException {
    return sockets(store("device"), PASSWORD);
  }

  private SSLSocketFactory sockets(KeyStore own, char[] password)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store("server").getCertificate("server"));
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
