package io.confluent.ksql.rest.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;

/**
 * A file of keys or certificates.
 *
 * @param file where it is
 * @param password what opens it; empty if nothing is needed
 * @param type {@code JKS}, {@code PKCS12}, or {@code PEM} for certificates to be trusted
 */
public record TlsStore(Path file, String password, String type) {
  public TlsStore {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(type, "type");
  }

  KeyStore load() throws GeneralSecurityException, IOException {
    return type.equalsIgnoreCase("PEM") ? loadPem() : loadBinary();
  }

  private KeyStore loadBinary() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(type);
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.isEmpty() ? null : password.toCharArray());
    }
    return store;
  }

  private KeyStore loadPem() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + store.size(), certificate);
      }
    }
    return store;
  }

  @Override
  public String toString() {
    return "TlsStore[file=" + file + ", type=" + type + "]";
  }
}
