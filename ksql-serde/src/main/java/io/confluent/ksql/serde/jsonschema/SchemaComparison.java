package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.jsonschema.SchemaDocuments.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every value that one JSON schema allows is allowed by another, too. Where that cannot be
 * told it is denied.
 */
final class SchemaComparison {
  private static final int MAX_CONFLICTS = 20;
  private static final int MAX_STEPS = 20_000;
  private static final List<String> CHOICES = List.of(Keywords.ONE_OF, Keywords.ANY_OF);

  private final SchemaDocuments readers;
  private final SchemaDocuments writers;
  private final List<Pair> open = new ArrayList<>();
  private int steps;

  /** Two parts that are being compared. */
  private record Pair(JsonNode reader, JsonNode writer) {
    // The same part, not one that says the same: only that would go on without end.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(JsonNode otherReader, JsonNode otherWriter) {
      return reader == otherReader && writer == otherWriter;
    }
  }

  SchemaComparison(SchemaDocuments readers, SchemaDocuments writers) {
    this.readers = readers;
    this.writers = writers;
  }

  /** What the reader does not allow, a clause each; empty if it allows all the writer does. */
  List<String> conflicts() {
    List<String> conflicts = compare(readers.root(), writers.root(), "#");
    return conflicts.size() > MAX_CONFLICTS ? conflicts.subList(0, MAX_CONFLICTS) : conflicts;
  }

  private List<String> compare(Place readerPlace, Place writerPlace, String path) {
    Place reader = followed(readers, readerPlace);
    Place writer = followed(writers, writerPlace);
    if (allowsAll(reader.schema()) || allowsNothing(writer.schema())) {
      return List.of();
    }
    if (allowsNothing(reader.schema())) {
      return List.of("at " + path + " nothing is allowed any more");
    }
    if (++steps > MAX_STEPS) {
      return List.of("the schemas are too large to be compared");
    }
    if (open.stream().anyMatch(pair -> pair.isOf(reader.schema(), writer.schema()))) {
      // Both contain themselves: what is different shows elsewhere.
      return List.of();
    }
    open.add(new Pair(reader.schema(), writer.schema()));
    try {
      return compareParts(reader, writer, path);
    } finally {
      open.remove(open.size() - 1);
    }
  }

  private static Place followed(SchemaDocuments documents, Place place) {
    Place found = place;
    for (int i = 0; found.schema().path(Keywords.REF).isTextual() && i < 100; i++) {
      found = documents.follow(found, found.schema().path(Keywords.REF).textValue());
    }
    return found;
  }

  private static boolean allowsAll(JsonNode schema) {
    return schema.isBoolean() ? schema.booleanValue() : schema.isEmpty();
  }

  private static boolean allowsNothing(JsonNode schema) {
    return schema.isBoolean() && !schema.booleanValue();
  }

  private List<String> compareParts(Place reader, Place writer, String path) {
    for (String choice : CHOICES) {
      if (writer.schema().path(choice).isArray()) {
        List<String> conflicts = new ArrayList<>();
        for (JsonNode branch : writer.schema().path(choice)) {
          conflicts.addAll(compare(reader, writer.at(branch), path));
        }
        // What stands beside the choice may rule out what a branch alone would allow.
        return conflicts.isEmpty() ? conflicts : orWithoutChoice(reader, writer, path, conflicts);
      }
    }
    for (JsonNode part : writer.schema().path(Keywords.ALL_OF)) {
      if (compare(reader, writer.at(part), path).isEmpty()) {
        return List.of();
      }
    }
    List<String> conflicts = new ArrayList<>();
    for (JsonNode part : reader.schema().path(Keywords.ALL_OF)) {
      conflicts.addAll(compare(reader.at(part), writer, path));
    }
    for (String choice : CHOICES) {
      if (reader.schema().path(choice).isArray()) {
        conflicts.addAll(compareToChoice(reader, choice, writer, path));
      }
    }
    conflicts.addAll(comparePlain(reader, writer, path));
    return conflicts;
  }

  private List<String> orWithoutChoice(
      Place reader, Place writer, String path, List<String> conflicts) {
    boolean saysMore = writer.schema().has(Keywords.TYPE) || writer.schema().has(Keywords.ENUM);
    return saysMore && comparePlain(reader, writer, path).isEmpty() ? List.of() : conflicts;
  }

  private List<String> compareToChoice(Place reader, String choice, Place writer, String path) {
    List<String> nearest = List.of();
    for (JsonNode branch : reader.schema().path(choice)) {
      List<String> conflicts = compare(reader.at(branch), writer, path);
      if (conflicts.isEmpty()) {
        return List.of();
      }
      nearest = nearest.isEmpty() || conflicts.size() <= nearest.size() ? conflicts : nearest;
    }
    return nearest;
  }

  private List<String> comparePlain(Place reader, Place writer, String path) {
    List<String> conflicts = new ArrayList<>();
    SchemaLimits limits = new SchemaLimits(reader.schema(), writer.schema(), path, conflicts);
    limits.compare();
    if (limits.writerMayBe("object")) {
      compareMembers(reader, writer, path, conflicts);
    }
    if (limits.writerMayBe("array")) {
      compareItems(reader, writer, path, conflicts);
    }
    return conflicts;
  }

  private void compareMembers(Place reader, Place writer, String path, List<String> conflicts) {
    JsonNode wanted = reader.schema().path(Keywords.PROPERTIES);
    JsonNode written = writer.schema().path(Keywords.PROPERTIES);
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      JsonNode other = written.path(member.getKey());
      String at = path + "/" + member.getKey();
      if (!other.isMissingNode()) {
        conflicts.addAll(compare(reader.at(member.getValue()), writer.at(other), at));
      } else if (!compare(reader.at(member.getValue()), additional(writer), at).isEmpty()) {
        conflicts.add(
            "at " + at + " anything may have been written, as other members were allowed");
      }
    }
    for (Map.Entry<String, JsonNode> member : written.properties()) {
      if (wanted.path(member.getKey()).isMissingNode()) {
        String at = path + "/" + member.getKey();
        conflicts.addAll(compare(additional(reader), writer.at(member.getValue()), at));
      }
    }
    if (reader.schema().has(Keywords.ADDITIONAL)) {
      conflicts.addAll(compare(additional(reader), additional(writer), path + "/*"));
    }
    compareRequired(reader.schema(), writer.schema(), path, conflicts);
  }

  private static Place additional(Place place) {
    JsonNode additional = place.schema().get(Keywords.ADDITIONAL);
    return place.at(additional == null ? SchemaDocuments.ANYTHING : additional);
  }

  private static void compareRequired(
      JsonNode reader, JsonNode writer, String path, List<String> conflicts) {
    Set<String> written = new HashSet<>();
    writer.path(Keywords.REQUIRED).forEach(name -> written.add(name.asText()));
    for (JsonNode name : reader.path(Keywords.REQUIRED)) {
      boolean replaced = reader.path(Keywords.PROPERTIES).path(name.asText()).has(Keywords.DEFAULT);
      if (!written.contains(name.asText()) && !replaced) {
        conflicts.add(
            "at " + path + "/" + name.asText() + " a value is required that may be missing");
      }
    }
  }

  private void compareItems(Place reader, Place writer, String path, List<String> conflicts) {
    JsonNode wanted = reader.schema().path(Keywords.ITEMS);
    JsonNode written = writer.schema().path(Keywords.ITEMS);
    if (wanted.isMissingNode() || wanted.equals(written) && !wanted.isObject()) {
      return;
    }
    if (wanted.isArray() || written.isArray()) {
      conflicts.add("at " + path + "/items the places of a list have other schemas");
      return;
    }
    JsonNode items = written.isMissingNode() ? SchemaDocuments.ANYTHING : written;
    conflicts.addAll(compare(reader.at(wanted), writer.at(items), path + "[]"));
  }
}
