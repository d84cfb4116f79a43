package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.ForeignType;
import io.confluent.ksql.serde.jsonschema.JsonShape.Entries;
import io.confluent.ksql.serde.jsonschema.JsonShape.Items;
import io.confluent.ksql.serde.jsonschema.JsonShape.Member;
import io.confluent.ksql.serde.jsonschema.JsonShape.Members;
import io.confluent.ksql.serde.jsonschema.JsonShape.Nulls;
import io.confluent.ksql.serde.jsonschema.JsonShape.Slot;
import io.confluent.ksql.serde.jsonschema.JsonShape.Unknown;
import io.confluent.ksql.serde.jsonschema.SchemaDocuments.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the shape that a JSON schema describes. For one schema. */
final class JsonShapes {
  /** References can make a small text describe more parts than any row has. */
  private static final int MAX_PARTS = 20_000;

  private static final int MAX_DEPTH = 200;

  private static final Slot NULL = new Slot(Unknown.because("is always null"), Nulls.ALLOWED);
  private static final Slot ANYTHING = new Slot(Unknown.because("may be anything"), Nulls.ALLOWED);

  private final SchemaDocuments documents;
  private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int parts;

  JsonShapes(SchemaDocuments documents) {
    this.documents = documents;
  }

  /**
   * The shape of a schema.
   *
   * @throws InvalidSchemaException if a reference leads nowhere, or the schema has no end
   */
  Slot of(Place place) {
    if (++parts > MAX_PARTS || open.size() > MAX_DEPTH) {
      throw new InvalidSchemaException("it describes too much, or is nested too deep");
    }
    JsonNode schema = place.schema();
    if (!schema.isObject()) {
      return ANYTHING;
    }
    if (!open.add(schema)) {
      String name = schema.path(Keywords.TITLE).asText("of an object");
      return new Slot(new Unknown(new ForeignType.Endless(name)), Nulls.ALLOWED);
    }
    try {
      return ofObject(place);
    } finally {
      open.remove(schema);
    }
  }

  private Slot ofObject(Place place) {
    JsonNode schema = place.schema();
    if (schema.path(Keywords.REF).isTextual()) {
      return of(documents.follow(place, schema.path(Keywords.REF).textValue()));
    }
    if (schema.path(Keywords.ALL_OF).isArray()) {
      return ofAll(place);
    }
    boolean saysMore =
        schema.has(Keywords.TYPE) || schema.has(Keywords.PROPERTIES) || schema.has(Keywords.ITEMS);
    for (String choice : List.of(Keywords.ONE_OF, Keywords.ANY_OF)) {
      if (schema.path(choice).isArray() && !saysMore) {
        return ofChoice(parts(place, choice));
      }
    }
    if (schema.path(Keywords.TYPE).isArray()) {
      return ofTypes(place);
    }
    return plain(place);
  }

  private List<Slot> parts(Place place, String keyword) {
    List<Slot> slots = new ArrayList<>();
    for (JsonNode part : place.schema().path(keyword)) {
      slots.add(of(place.at(part)));
    }
    return slots;
  }

  private static Slot ofChoice(List<Slot> slots) {
    Nulls nulls = Nulls.FORBIDDEN;
    List<JsonShape> branches = new ArrayList<>();
    for (Slot slot : slots) {
      nulls = slot.isNullable() ? Nulls.ALLOWED : nulls;
      if (!slot.equals(NULL) && !branches.contains(slot.shape())) {
        branches.add(slot.shape());
      }
    }
    return switch (branches.size()) {
      case 0 -> NULL;
      case 1 -> new Slot(branches.get(0), nulls);
      default -> new Slot(new JsonShape.Choice(branches), nulls);
    };
  }

  private Slot ofTypes(Place place) {
    List<Slot> slots = new ArrayList<>();
    for (JsonNode type : place.schema().path(Keywords.TYPE)) {
      slots.add(ofType(place, type.asText()));
    }
    return ofChoice(slots);
  }

  /**
   * Of all that a value must be, what says more than nothing; objects put their members together.
   */
  private Slot ofAll(Place place) {
    List<Slot> slots = new ArrayList<>(parts(place, Keywords.ALL_OF));
    slots.add(plain(place));
    slots.removeIf(slot -> slot.equals(ANYTHING));
    if (slots.isEmpty()) {
      return ANYTHING;
    }
    boolean nullable = slots.stream().allMatch(Slot::isNullable);
    Nulls nulls = nullable ? Nulls.ALLOWED : Nulls.FORBIDDEN;
    Map<String, Member> members = new LinkedHashMap<>();
    String name = place.schema().path(Keywords.TITLE).asText("");
    for (Slot slot : slots) {
      if (!(slot.shape() instanceof Members object)) {
        return new Slot(slots.get(0).shape(), nulls);
      }
      name = name.isEmpty() ? object.name() : name;
      object.members().forEach(member -> members.putIfAbsent(member.name(), member));
    }
    return new Slot(new Members(name, List.copyOf(members.values())), nulls);
  }

  private Slot plain(Place place) {
    JsonNode schema = place.schema();
    if (schema.path(Keywords.TYPE).isTextual()) {
      return ofType(place, schema.path(Keywords.TYPE).textValue());
    }
    if (schema.has(Keywords.CONST) || schema.path(Keywords.ENUM).isArray()) {
      return Scalars.ofConstants(schema).orElse(NULL);
    }
    if (schema.has(Keywords.PROPERTIES) || schema.path(Keywords.ADDITIONAL).isObject()) {
      return ofType(place, "object");
    }
    return schema.has(Keywords.ITEMS) ? ofType(place, "array") : ANYTHING;
  }

  private Slot ofType(Place place, String type) {
    JsonNode schema = place.schema();
    Nulls nulls = Scalars.allowsNull(schema) ? Nulls.ALLOWED : Nulls.FORBIDDEN;
    return switch (type) {
      case "null" -> NULL;
      case "array" -> new Slot(ofArray(place), nulls);
      case "object" -> new Slot(ofMembers(place), nulls);
      default ->
          new Slot(
              Scalars.of(schema, type)
                  .orElseGet(() -> Unknown.because("has a type that JSON does not have")),
              nulls);
    };
  }

  private JsonShape ofArray(Place place) {
    JsonNode items = place.schema().path(Keywords.ITEMS);
    Slot item = items.isObject() ? of(place.at(items)) : ANYTHING;
    boolean map = Keywords.MAP.equals(place.schema().path(Keywords.CONNECT_TYPE).asText());
    return map && item.shape() instanceof Members entry
        ? member(entry, Keywords.VALUE)
            .filter(value -> member(entry, Keywords.KEY).isPresent())
            .<JsonShape>map(value -> new Entries(value.slot(), Entries.Form.LIST))
            .orElseGet(() -> new Items(item))
        : new Items(item);
  }

  private static Optional<Member> member(Members object, String name) {
    return object.members().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private JsonShape ofMembers(Place place) {
    JsonNode schema = place.schema();
    JsonNode properties = schema.path(Keywords.PROPERTIES);
    JsonNode additional = schema.path(Keywords.ADDITIONAL);
    boolean map = Keywords.MAP.equals(schema.path(Keywords.CONNECT_TYPE).asText());
    if (map || properties.isEmpty() && additional.isObject()) {
      return new Entries(
          additional.isObject() ? of(place.at(additional)) : ANYTHING, Entries.Form.OBJECT);
    }
    Set<String> required = new HashSet<>();
    schema.path(Keywords.REQUIRED).forEach(name -> required.add(name.asText()));
    List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(properties.properties());
    sorted.sort(
        Comparator.comparingInt(
            property -> property.getValue().path(Keywords.CONNECT_INDEX).asInt(Integer.MAX_VALUE)));
    List<Member> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : sorted) {
      members.add(
          new Member(
              property.getKey(),
              of(place.at(property.getValue())),
              required.contains(property.getKey())
                  ? Member.Presence.REQUIRED
                  : Member.Presence.OPTIONAL,
              Optional.ofNullable(property.getValue().get(Keywords.DEFAULT))));
    }
    return new Members(schema.path(Keywords.TITLE).asText(""), members);
  }
}
