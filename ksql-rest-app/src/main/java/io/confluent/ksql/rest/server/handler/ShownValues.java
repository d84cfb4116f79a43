package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.setting.SecretNames;
import io.confluent.ksql.setting.Setting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of properties as they may be shown: those of secrets are hidden. */
public final class ShownValues {
  /** Only a function knows whether what it is given is a secret. */
  private static final String OF_FUNCTIONS = "ksql.functions.";

  private static final Pattern LOGIN = Pattern.compile("//[^/@\\s,]*@");
  private static final String HIDDEN = "[hidden]";

  private ShownValues() {}

  /**
   * The value of one property.
   *
   * @param setting what is known of it; empty for those of Kafka's clients
   */
  static String of(String name, String value, Optional<Setting<?>> setting) {
    boolean secret =
        name.startsWith(OF_FUNCTIONS) && setting.isEmpty()
            || setting.map(Setting::isSecret).orElse(SecretNames.contains(name));
    return secret && !value.isEmpty() ? HIDDEN : withoutLogins(value);
  }

  /** The values of what a session or a query has set. */
  public static Map<String, Object> of(
      Map<String, String> properties, Collection<Setting<?>> known) {
    Map<String, Object> shown = new LinkedHashMap<>();
    properties.forEach(
        (name, value) ->
            shown.put(
                name,
                of(
                    name,
                    value,
                    known.stream().filter(setting -> setting.name().equals(name)).findFirst())));
    return shown;
  }

  /** An address may hold a name and a password: {@code http://name:password@host}. */
  private static String withoutLogins(String value) {
    return LOGIN.matcher(value).replaceAll("//" + Matcher.quoteReplacement(HIDDEN) + "@");
  }
}
