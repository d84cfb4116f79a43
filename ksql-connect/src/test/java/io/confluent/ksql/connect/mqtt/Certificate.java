package io.confluent.ksql.connect.mqtt;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of localhost, as files of both kinds; their password is "secret".
 *
 * @param trust a store that trusts it
 * @param keys a store that holds it with its key
 */
record Certificate(Path trust, Path keys, Path pem, Path key) {
  static Certificate create(Path directory) throws Exception {
    Path store = directory.resolve("localhost.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    char[] password = "secret".toCharArray();
    KeyStore keys = KeyStore.getInstance(new File(store.toString()), password);
    Path pem = directory.resolve("localhost.pem");
    Path key = directory.resolve("localhost.key");
    write(pem, "CERTIFICATE", keys.getCertificate("localhost").getEncoded());
    write(key, "PRIVATE KEY", keys.getKey("localhost", password).getEncoded());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, password);
    trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
    Path trust = directory.resolve("trust.p12");
    try (var out = Files.newOutputStream(trust)) {
      trusted.store(out, password);
    }
    return new Certificate(trust, store, pem, key);
  }

  private static void write(Path file, String kind, byte[] bytes) throws Exception {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
