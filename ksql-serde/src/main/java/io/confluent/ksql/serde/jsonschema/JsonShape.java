package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ForeignType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What values a JSON schema describes, without the ways in which a schema can say it. */
sealed interface JsonShape {
  /** What the shape is for columns. */
  ForeignType foreign();

  /** Hands the shape to the visitor's method for it. */
  <R> R accept(Visitor<R> visitor);

  /** Work that is different for each kind of shape. */
  interface Visitor<R> {
    R scalar(Scalar shape);

    R items(Items shape);

    R entries(Entries shape);

    R members(Members shape);

    R choice(Choice shape);

    R unknown(Unknown shape);
  }

  /** Whether null is one of the values. */
  enum Nulls {
    ALLOWED,
    FORBIDDEN
  }

  /**
   * A shape where it is used.
   *
   * @param shape the shape
   * @param nulls whether null may stand there instead
   */
  record Slot(JsonShape shape, Nulls nulls) {
    public Slot {
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(nulls, "nulls");
    }

    boolean isNullable() {
      return nulls == Nulls.ALLOWED;
    }
  }

  /**
   * A single value.
   *
   * @param type its type in SQL
   * @param token the kind of JSON value that it is written as
   * @param allowed the only values there are; all if empty
   */
  record Scalar(SqlType type, Token token, Set<JsonNode> allowed) implements JsonShape {
    /** Kinds of JSON values. */
    enum Token {
      BOOLEAN,
      INTEGER,
      NUMBER,
      STRING
    }

    public Scalar {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(token, "token");
      allowed = Set.copyOf(allowed);
    }

    @Override
    public ForeignType foreign() {
      return new ForeignType.Scalar(type);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scalar(this);
    }
  }

  /**
   * A list.
   *
   * @param item its items
   */
  record Items(Slot item) implements JsonShape {
    @Override
    public ForeignType foreign() {
      return new ForeignType.ListOf(item.shape().foreign());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.items(this);
    }
  }

  /**
   * A map.
   *
   * @param value its values
   * @param form how it is written
   */
  record Entries(Slot value, Form form) implements JsonShape {
    /** How a map is written. */
    enum Form {
      /** A member an entry. */
      OBJECT,
      /** A list of objects with key and value. */
      LIST
    }

    @Override
    public ForeignType foreign() {
      return new ForeignType.MapOf(value.shape().foreign());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entries(this);
    }
  }

  /**
   * An object with members that the schema names.
   *
   * @param name what the schema calls it; empty if it does not
   * @param members its members, in the order of columns
   */
  record Members(String name, List<Member> members) implements JsonShape {
    public Members {
      members = List.copyOf(members);
    }

    List<String> names() {
      return members.stream().map(Member::name).toList();
    }

    @Override
    public ForeignType foreign() {
      List<ForeignType.Field> fields = new ArrayList<>();
      members.forEach(
          member ->
              fields.add(new ForeignType.Field(member.name(), member.slot().shape().foreign())));
      return new ForeignType.RecordOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.members(this);
    }
  }

  /**
   * A member of an object.
   *
   * @param name its name
   * @param slot its values
   * @param presence whether it may be missing
   * @param otherwise the value that stands for a missing one, if the schema names it
   */
  record Member(String name, Slot slot, Presence presence, Optional<JsonNode> otherwise) {
    /** Whether a member must be there. */
    enum Presence {
      REQUIRED,
      OPTIONAL
    }

    boolean isRequired() {
      return presence == Presence.REQUIRED;
    }
  }

  /**
   * One of several shapes.
   *
   * @param branches the shapes, of which each is a field in SQL
   */
  record Choice(List<JsonShape> branches) implements JsonShape {
    private static final String FIELD = "connect_union_field_";

    public Choice {
      branches = List.copyOf(branches);
    }

    static String fieldName(int branch) {
      return FIELD + branch;
    }

    @Override
    public ForeignType foreign() {
      List<ForeignType.Field> fields = new ArrayList<>();
      for (int i = 0; i < branches.size(); i++) {
        fields.add(new ForeignType.Field(fieldName(i), branches.get(i).foreign()));
      }
      return new ForeignType.RecordOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /**
   * Values that have no type in SQL.
   *
   * @param foreign why
   */
  record Unknown(ForeignType foreign) implements JsonShape {
    static Unknown because(String reason) {
      return new Unknown(new ForeignType.Untyped(reason));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unknown(this);
    }
  }
}
