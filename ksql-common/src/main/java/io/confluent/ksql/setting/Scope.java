package io.confluent.ksql.setting;

/** Who may change a setting. */
public enum Scope {
  /** Only the server's configuration. */
  SERVER,
  /** The server's configuration, a session (SET) and a request. */
  SESSION
}
