package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address to listen on.
 *
 * @param transport how packets come
 * @param host a name or an address
 * @param port 0 for a free one
 */
public record Listener(Transport transport, String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:([A-Za-z]+)://)?(\\[[0-9A-Fa-f:.]+]|[^:/\\[\\]]+):([0-9]{1,5})/?");

  private static final int MAX_PORT = 65_535;

  /** How packets come. */
  public enum Transport {
    /** Plainly. */
    TCP(false, false),
    /** Encrypted. */
    TLS(true, false),
    /** In frames of a WebSocket. */
    WS(false, true),
    /** In frames of an encrypted WebSocket. */
    WSS(true, true);

    private final boolean encrypted;
    private final boolean framed;

    Transport(boolean encrypted, boolean framed) {
      this.encrypted = encrypted;
      this.framed = framed;
    }

    /** Whether it needs a certificate. */
    public boolean isEncrypted() {
      return encrypted;
    }

    boolean isFramed() {
      return framed;
    }
  }

  public Listener {
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(host, "host");
  }

  /**
   * The listener of a text such as {@code 127.0.0.1:1883} or {@code wss://127.0.0.1:9001}.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it is none
   */
  public static Listener of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || Integer.parseInt(form.group(3)) > MAX_PORT) {
      throw invalid(text);
    }
    String scheme = form.group(1) == null ? "tcp" : form.group(1).toLowerCase(Locale.ROOT);
    Transport transport =
        switch (scheme) {
          case "tcp", "mqtt" -> Transport.TCP;
          case "tls", "ssl", "mqtts" -> Transport.TLS;
          case "ws" -> Transport.WS;
          case "wss" -> Transport.WSS;
          default -> throw invalid(text);
        };
    String host = form.group(2);
    return new Listener(
        transport,
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Integer.parseInt(form.group(3)));
  }

  private static RuntimeException invalid(String text) {
    return Diagnostic.error(ErrorCode.INVALID_SETTING, "No MQTT client can come by '%s'.", text)
        .hint(
            "Write host:port, for example 127.0.0.1:1883, or tls://, ws:// or wss:// before it for"
                + " another way.")
        .toException();
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The same on the port that was found free. */
  Listener onPort(int actual) {
    return new Listener(transport, host, actual);
  }

  @Override
  public String toString() {
    String address = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    return transport.name().toLowerCase(Locale.ROOT) + "://" + address;
  }
}
