package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * An answer of a type that is not known here, from a newer server.
 *
 * @param entityType its {@code @type}
 * @param statementText the statement that is answered
 * @param warnings what its author should know
 * @param members everything else it holds, as maps, lists, texts and numbers
 */
public record OtherEntity(
    @JsonProperty("@type") String entityType,
    String statementText,
    List<Warning> warnings,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> members)
    implements Entity {
  public OtherEntity {
    entityType = Copies.text(entityType);
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
    members = Copies.of(members);
  }
}
