package io.confluent.ksql.serde.protobuf.schema;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.squareup.wire.schema.internal.parser.OptionElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters that Confluent's option {@code field_meta} gives a field, such as the precision of
 * a decimal. Kept in the descriptor as the bytes that a compiler would leave there.
 */
public final class FieldMeta {
  static final String OPTION = "confluent.field_meta";

  private static final int META = 1088;
  private static final int PARAMS = 2;
  private static final int KEY = 1;
  private static final int VALUE = 2;

  private FieldMeta() {}

  /** The value of a parameter; empty if the field has none of that name. */
  public static Optional<String> parameter(FieldDescriptor field, String name) {
    UnknownFieldSet options = field.getOptions().getUnknownFields();
    for (ByteString meta : options.getField(META).getLengthDelimitedList()) {
      for (ByteString param : parse(meta).getField(PARAMS).getLengthDelimitedList()) {
        UnknownFieldSet entry = parse(param);
        if (text(entry, KEY).equals(Optional.of(name))) {
          return text(entry, VALUE);
        }
      }
    }
    return Optional.empty();
  }

  private static UnknownFieldSet parse(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      return UnknownFieldSet.getDefaultInstance();
    }
  }

  private static Optional<String> text(UnknownFieldSet message, int number) {
    List<ByteString> values = message.getField(number).getLengthDelimitedList();
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).toStringUtf8());
  }

  /** Adds what the option says. */
  static void add(OptionElement option, FieldOptions.Builder to) {
    UnknownFieldSet.Builder meta = UnknownFieldSet.newBuilder();
    parameters(option)
        .forEach(
            (key, value) ->
                meta.mergeField(
                    PARAMS,
                    bytes(
                        UnknownFieldSet.newBuilder()
                            .addField(KEY, bytes(ByteString.copyFromUtf8(key)))
                            .addField(VALUE, bytes(ByteString.copyFromUtf8(value)))
                            .build()
                            .toByteString())));
    to.setUnknownFields(
        UnknownFieldSet.newBuilder().addField(META, bytes(meta.build().toByteString())).build());
  }

  private static UnknownFieldSet.Field bytes(ByteString value) {
    return UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build();
  }

  /** Entries of {@code params}, which a text gives one by one or as a list. */
  private static Map<String, String> parameters(OptionElement option) {
    Map<String, String> found = new TreeMap<>();
    Object params =
        option.getValue() instanceof Map<?, ?> members
            ? members.get("params")
            : option.getValue() instanceof OptionElement inner && inner.getName().equals("params")
                ? inner.getValue()
                : null;
    List<?> entries =
        params instanceof List<?> list ? list : params == null ? List.of() : List.of(params);
    for (Object entry : entries) {
      if (entry instanceof Map<?, ?> members && members.get("key") != null) {
        found.put(
            members.get("key").toString(),
            members.get("value") == null ? "" : members.get("value").toString());
      }
    }
    return found;
  }
}
