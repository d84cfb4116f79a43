package io.confluent.ksql.setting;

import java.util.regex.Pattern;

/** Names of properties, of whatever program, whose values are not for everybody's eyes. */
public final class SecretNames {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|passphrase|secret|jaas|credential|token|basic\\.auth|user\\.info"
              + "|authorization|headers?$|private\\.?key|api\\.?key|\\.key$).*");

  private SecretNames() {}

  /** Whether a value of that name may be a secret. */
  public static boolean contains(String name) {
    return SECRET.matcher(name).matches();
  }
}
