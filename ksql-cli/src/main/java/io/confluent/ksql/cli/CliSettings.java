package io.confluent.ksql.cli;

import io.confluent.ksql.setting.Setting;

/** Settings of the client's configuration file; those of {@code ssl.*} never leave this process. */
final class CliSettings {
  static final Setting<String> TRUST_STORE =
      Setting.text("ssl.truststore.location")
          .doc("File of the certificates that are trusted instead of those the JVM trusts.");
  static final Setting<String> TRUST_STORE_PASSWORD =
      Setting.text("ssl.truststore.password").secret().doc("What opens the trust store.");
  static final Setting<String> TRUST_STORE_TYPE =
      Setting.text("ssl.truststore.type").defaultsTo("JKS").doc("JKS, PKCS12 or PEM.");
  static final Setting<String> KEY_STORE =
      Setting.text("ssl.keystore.location")
          .doc("File of the client's own key, for servers that ask for a certificate.");
  static final Setting<String> KEY_STORE_PASSWORD =
      Setting.text("ssl.keystore.password").secret().doc("What opens the key store.");
  static final Setting<String> KEY_STORE_TYPE =
      Setting.text("ssl.keystore.type").defaultsTo("JKS").doc("JKS or PKCS12.");
  static final Setting<String> KEY_PASSWORD =
      Setting.text("ssl.key.password")
          .secret()
          .doc("What opens the key in the key store, if not the store's password.");

  private CliSettings() {}
}
