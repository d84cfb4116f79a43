package io.confluent.ksql.connect.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.ksql.connect.record.Coordinates;
import io.confluent.ksql.connect.record.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Makes documents of records. */
final class Documents {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** In UTF-8; a node refuses a request with a longer one as a whole. */
  private static final int LONGEST_NAME = 512;

  private static final RecordJson KEYS = new RecordJson(Set.of());
  private final SearchSettings settings;
  private final RecordJson json;
  private final boolean named;

  Documents(SearchSettings settings) {
    this.settings = settings;
    this.json = new RecordJson(new HashSet<>(settings.getList("date.fields")));
    this.named = !settings.getBoolean("key.ignore");
  }

  /** Whether a later record may be about the same document. */
  boolean namedByKey() {
    return named;
  }

  /** Empty for a record that changes nothing. */
  Optional<Document> of(SinkRecord record) {
    String index = settings.index(record.topic());
    if (record.value() == null) {
      return switch (settings.getString("behavior.on.null.values")) {
        case "fail" -> throw new DataException("The record has no value.");
        case "delete" -> named ? Optional.of(delete(record, index)) : Optional.empty();
        default -> Optional.empty();
      };
    }
    String id = named ? key(record) : Coordinates.of(record).id();
    String source = json.object(record.valueSchema(), record.value());
    return Optional.of(
        new Document(record, index, id, action("index", index, id) + '\n' + source + '\n'));
  }

  private static Document delete(SinkRecord record, String index) {
    String id = key(record);
    return new Document(record, index, id, action("delete", index, id) + '\n');
  }

  private static String key(SinkRecord record) {
    Object key = record.key();
    if (key == null) {
      throw new DataException(
          "The record has no key to name its document; with key.ignore=true it needs none.");
    }
    String name =
        key instanceof String || key instanceof Number || key instanceof Boolean
            ? key.toString()
            : KEYS.of(record.keySchema(), key);
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > LONGEST_NAME) {
      throw new DataException(
          "The key has %d bytes; it names the document, and a name has 1 to %d. With"
                  .formatted(length, LONGEST_NAME)
              + " key.ignore=true the key may be anything.");
    }
    return name;
  }

  private static String action(String action, String index, String id) {
    try {
      return MAPPER.writeValueAsString(Map.of(action, Map.of("_index", index, "_id", id)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
