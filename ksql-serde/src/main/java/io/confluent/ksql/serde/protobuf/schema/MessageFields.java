package io.confluent.ksql.serde.protobuf.schema;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.squareup.wire.schema.Field;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.GroupElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.OptionElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of one message as descriptors. */
final class MessageFields {
  private static final Pattern MAP = Pattern.compile("map<\\s*([^,\\s]+)\\s*,\\s*([^>\\s]+)\\s*>");
  private static final Map<String, Type> SCALARS = scalars();

  private final MessageElement message;
  private final DescriptorProto.Builder built;
  private final boolean proto3;

  MessageFields(MessageElement message, DescriptorProto.Builder built, boolean proto3) {
    this.message = message;
    this.built = built;
    this.proto3 = proto3;
  }

  private static Map<String, Type> scalars() {
    Map<String, Type> scalars = new HashMap<>();
    for (Type type : Type.values()) {
      switch (type) {
        case TYPE_GROUP, TYPE_MESSAGE, TYPE_ENUM -> {}
        default ->
            scalars.put(type.name().substring("TYPE_".length()).toLowerCase(Locale.ROOT), type);
      }
    }
    return Map.copyOf(scalars);
  }

  /** Adds the fields, the choices between fields, and the entries of maps. */
  void add() {
    refuseGroups(message.getGroups());
    for (FieldElement field : message.getFields()) {
      built.addField(field(field));
    }
    for (OneOfElement choice : message.getOneOfs()) {
      refuseGroups(choice.getGroups());
      int index = built.getOneofDeclCount();
      built.addOneofDeclBuilder().setName(choice.getName());
      for (FieldElement field : choice.getFields()) {
        built.addField(field(field).setOneofIndex(index));
      }
    }
    // Presence in proto3 is a choice of one field, and such choices come after the real ones.
    List<FieldDescriptorProto> fields = new ArrayList<>(built.getFieldList());
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).getProto3Optional()) {
        built.setField(i, fields.get(i).toBuilder().setOneofIndex(built.getOneofDeclCount()));
        built.addOneofDeclBuilder().setName("_" + fields.get(i).getName());
      }
    }
  }

  private void refuseGroups(List<GroupElement> groups) {
    if (!groups.isEmpty()) {
      throw new ProtoSchemaException(
          "%s has the group %s, and groups are not supported; make it a message"
              .formatted(message.getName(), groups.get(0).getName()));
    }
  }

  private FieldDescriptorProto.Builder field(FieldElement field) {
    FieldDescriptorProto.Builder to =
        FieldDescriptorProto.newBuilder().setName(field.getName()).setNumber(field.getTag());
    to.setLabel(label(field));
    to.setProto3Optional(proto3 && field.getLabel() == Field.Label.OPTIONAL);
    Matcher map = MAP.matcher(field.getType());
    if (map.matches()) {
      String entry = entryName(field.getName());
      built.addNestedType(entry(entry, map.group(1), map.group(2)));
      to.setLabel(Label.LABEL_REPEATED).setTypeName(entry);
    } else {
      setType(to, field.getType());
    }
    if (field.getDefaultValue() != null) {
      to.setDefaultValue(field.getDefaultValue());
    }
    options(field, to);
    return to;
  }

  private static Label label(FieldElement field) {
    if (field.getLabel() == null) {
      return Label.LABEL_OPTIONAL;
    }
    return switch (field.getLabel()) {
      case REPEATED -> Label.LABEL_REPEATED;
      case REQUIRED -> Label.LABEL_REQUIRED;
      case OPTIONAL, ONE_OF -> Label.LABEL_OPTIONAL;
    };
  }

  private static void setType(FieldDescriptorProto.Builder to, String type) {
    Type scalar = SCALARS.get(type);
    if (scalar != null) {
      to.setType(scalar);
    } else {
      to.setTypeName(type);
    }
  }

  private static void options(FieldElement field, FieldDescriptorProto.Builder to) {
    for (OptionElement option : field.getOptions()) {
      if (option.getName().equals("packed")) {
        to.setOptions(
            to.getOptions().toBuilder().setPacked(option.getValue().toString().equals("true")));
      } else if (option.getName().equals(FieldMeta.OPTION)
          || option.getName().startsWith(FieldMeta.OPTION + ".")) {
        FieldOptions.Builder options = to.getOptions().toBuilder();
        FieldMeta.add(option, options);
        to.setOptions(options);
      }
    }
  }

  private static DescriptorProto entry(String name, String key, String value) {
    DescriptorProto.Builder entry = DescriptorProto.newBuilder().setName(name);
    entry.setOptions(MessageOptions.newBuilder().setMapEntry(true));
    setType(
        entry.addFieldBuilder().setName("key").setNumber(1).setLabel(Label.LABEL_OPTIONAL), key);
    setType(
        entry.addFieldBuilder().setName("value").setNumber(2).setLabel(Label.LABEL_OPTIONAL),
        value);
    return entry.build();
  }

  /** The name that compilers give: {@code my_map} becomes {@code MyMapEntry}. */
  private static String entryName(String field) {
    StringBuilder name = new StringBuilder();
    boolean upper = true;
    for (char c : field.toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name + "Entry";
  }
}
