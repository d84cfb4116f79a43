package io.confluent.ksql.connect.search;

import io.confluent.ksql.connect.record.DeadLetters;
import io.confluent.ksql.connect.record.HttpPost;
import io.confluent.ksql.connect.record.RetrySettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Settings of the search sink. */
final class SearchSettings extends AbstractConfig {
  static final String MALFORMED = "behavior.on.malformed.documents";
  private static final String URL = "connection.url";
  private static final String USER = "connection.username";
  private static final String PASSWORD = "connection.password";
  private static final String API_KEY = "connection.api.key";
  private static final String INDEX_MAP = "topic.index.map";
  private static final String INDEX = "index.name";
  private final Map<String, String> indices = new HashMap<>();

  SearchSettings(Map<String, String> given) {
    super(definition(), given, false);
    for (String entry : getList(INDEX_MAP)) {
      String[] parts = entry.split(":", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new ConfigException(INDEX_MAP, entry, "An entry is topic:index.");
      }
      indices.put(parts[0].strip(), parts[1].strip());
    }
    urls();
  }

  static ConfigDef definition() {
    ConfigDef settings =
        new ConfigDef()
            .define(
                URL,
                Type.LIST,
                "http://localhost:9200",
                Importance.HIGH,
                "URLs of the search nodes; the next one is asked where one does not answer.")
            .define(USER, Type.STRING, "", Importance.MEDIUM, "The user to log in as.")
            .define(PASSWORD, Type.PASSWORD, "", Importance.MEDIUM, "The password of that user.")
            .define(API_KEY, Type.PASSWORD, "", Importance.MEDIUM, "An API key, instead of a user.")
            .define(
                "key.ignore",
                Type.BOOLEAN,
                false,
                Importance.HIGH,
                "true: a document a record, named topic+partition+offset. false: a document a key,"
                    + " named by it; a later record of the key replaces it.")
            .define(
                "schema.ignore",
                Type.BOOLEAN,
                true,
                Importance.LOW,
                "Taken and not looked at: the index finds the types of members itself.")
            .define(
                INDEX,
                Type.STRING,
                "${topic}",
                Importance.MEDIUM,
                "The index; ${topic} is the topic in small letters.")
            .define(
                INDEX_MAP,
                Type.LIST,
                "",
                Importance.MEDIUM,
                "Indices of single topics, as topic:index,topic:index.")
            .define(
                "date.fields",
                Type.LIST,
                "",
                Importance.MEDIUM,
                "Members that hold milliseconds and mean a time; they are written as ISO 8601.")
            .define(
                "batch.size",
                Type.INT,
                2000,
                Range.atLeast(1),
                Importance.MEDIUM,
                "How many documents one request may have.")
            .define(
                "bulk.size.bytes",
                Type.INT,
                5 * 1024 * 1024,
                Range.atLeast(1024),
                Importance.LOW,
                "About how many characters one request may have.")
            .define(
                "behavior.on.null.values",
                Type.STRING,
                "delete",
                ValidString.in("ignore", "delete", "fail"),
                Importance.MEDIUM,
                "What a record without value does; delete: its key's document, with key.ignore"
                    + " nothing.");
    return DeadLetters.define(RetrySettings.define(HttpPost.define(settings)), MALFORMED);
  }

  List<URI> urls() {
    List<URI> urls =
        getList(URL).stream()
            .map(url -> HttpPost.url(URL, url.replaceFirst("/+$", "") + "/_bulk"))
            .toList();
    if (urls.isEmpty()) {
      throw new ConfigException(URL, "", "There must be one.");
    }
    return urls;
  }

  Map<String, String> headers() {
    Password key = getPassword(API_KEY);
    if (!key.value().isEmpty()) {
      return Map.of("Authorization", "ApiKey " + key.value());
    }
    if (getString(USER).isEmpty()) {
      return Map.of();
    }
    String user = getString(USER) + ':' + getPassword(PASSWORD).value();
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
  }

  String index(String topic) {
    String mapped = indices.get(topic);
    return mapped != null
        ? mapped
        : getString(INDEX).replace("${topic}", topic).toLowerCase(Locale.ROOT);
  }
}
