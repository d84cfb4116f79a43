package io.confluent.ksql.mqtt.access;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Users and the hashes of their passwords: a file of lines {@code user:$7$iterations$salt$hash},
 * PBKDF2 with SHA-512, salt and hash in base64. {@code mosquitto_passwd} writes the same.
 */
public final class Passwords {
  private static final String KIND = "7";
  private static final int ITERATIONS = 50_000;
  private static final int SALT_BYTES = 12;
  private static final int HASH_BYTES = 64;
  private static final int MAX_ITERATIONS = 10_000_000;

  private final Map<String, Hash> users;
  private final byte[] cacheKey = new byte[32];

  /**
   * What was verified already, by user: a thousand devices that come back need no thousand hashes.
   */
  private final Map<String, byte[]> verified = new ConcurrentHashMap<>();

  private record Hash(int iterations, byte[] salt, byte[] hash) {}

  private Passwords(Map<String, Hash> users) {
    this.users = users;
    new SecureRandom().nextBytes(cacheKey);
  }

  /**
   * Reads a file.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be read, or a line is
   *     none of these
   */
  public static Passwords read(Path file) {
    Map<String, Hash> users = new HashMap<>();
    List<String> lines = AccessFiles.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        try {
          users.put(line.substring(0, colon), hash(line.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw invalid(file, i + 1);
        }
      }
    }
    return new Passwords(users);
  }

  private static RuntimeException invalid(Path file, int line) {
    return Diagnostic.error(
            ErrorCode.INVALID_SETTING, "Line %d of %s holds no user and hash.", line, file)
        .hint("bin/ksql-mqtt-proxy-start --hash-password USER writes such a line.")
        .toException();
  }

  private static Hash hash(String text) {
    String[] parts = text.split("\\$");
    if (parts.length != 5 || !parts[0].isEmpty() || !parts[1].equals(KIND)) {
      throw new IllegalArgumentException(text);
    }
    int iterations = Integer.parseInt(parts[2]);
    byte[] salt = Base64.getDecoder().decode(parts[3]);
    byte[] hash = Base64.getDecoder().decode(parts[4]);
    if (iterations < 1 || iterations > MAX_ITERATIONS || salt.length == 0 || hash.length < 16) {
      throw new IllegalArgumentException(text);
    }
    return new Hash(iterations, salt, hash);
  }

  /** A line for the file. */
  public static String line(String user, char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s:$%s$%d$%s$%s"
        .formatted(
            user,
            KIND,
            ITERATIONS,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, ITERATIONS, HASH_BYTES)));
  }

  /** Whether a user has this password. Takes long; not for a thread of the network. */
  public boolean verify(String user, byte[] password) {
    byte[] seen = verified.get(user);
    byte[] mac = mac(password);
    if (seen != null && MessageDigest.isEqual(seen, mac)) {
      return true;
    }
    Hash hash = users.get(user);
    if (hash == null) {
      return false;
    }
    char[] text = new String(password, StandardCharsets.UTF_8).toCharArray();
    byte[] derived = derive(text, hash.salt, hash.iterations, hash.hash.length);
    boolean right = MessageDigest.isEqual(hash.hash, derived);
    if (right) {
      verified.put(user, mac);
    }
    return right;
  }

  private byte[] mac(byte[] password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cacheKey, "HmacSHA256"));
      return mac.doFinal(password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] derive(char[] password, byte[] salt, int iterations, int bytes) {
    PBEKeySpec spec =
        new PBEKeySpec(
            password.length == 0 ? new char[] {0} : password, salt, iterations, bytes * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }
}
