package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a query that follows a topic can go on: behind all rows that its client was given. Clients
 * hand it back as they got it.
 *
 * @param topic what is followed
 * @param offsets the offset of the next record of each partition
 */
public record ContinuationToken(String topic, Map<Integer, Long> offsets) {
  /** Property of a request that holds a token. */
  public static final String PROPERTY = "request.ksql.query.push.continuation.token";

  private static final Pattern FORM = Pattern.compile("1;([^;]*);((?:\\d{1,9}:\\d{1,18},)*)");

  public ContinuationToken {
    offsets = Map.copyOf(offsets);
  }

  /** The token as text. */
  public String text() {
    StringBuilder plain = new StringBuilder("1;").append(topic).append(';');
    new TreeMap<>(offsets)
        .forEach((partition, at) -> plain.append(partition).append(':').append(at).append(','));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a token.
   *
   * @param topic what is to be followed
   * @throws DiagnosticException {@code INVALID_REQUEST} if it is none, or one of another topic
   */
  static ContinuationToken of(String text, String topic) {
    Matcher form = FORM.matcher(decoded(text));
    if (!form.matches() || !form.group(1).equals(topic)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_REQUEST,
              form.matches()
                  ? "The continuation token is one of the topic %s."
                  : "This is no continuation token%s.",
              form.matches() ? form.group(1) : "")
          .hint("Send the last one that the query has given, or none to begin with what comes.")
          .toException();
    }
    Map<Integer, Long> offsets = new TreeMap<>();
    for (String each : form.group(2).split(",")) {
      int colon = each.indexOf(':');
      if (colon > 0) {
        offsets.put(
            Integer.valueOf(each.substring(0, colon)), Long.valueOf(each.substring(colon + 1)));
      }
    }
    return new ContinuationToken(topic, offsets);
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
