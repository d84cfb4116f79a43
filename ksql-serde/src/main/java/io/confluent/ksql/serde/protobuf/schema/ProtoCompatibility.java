package io.confluent.ksql.serde.protobuf.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether messages written with one schema can be read with another. Fields are known by their
 * numbers; a field may come, go and change its name, but not its encoding.
 */
public final class ProtoCompatibility {
  private final List<String> conflicts = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ProtoCompatibility() {}

  /** Why the reader does not understand the writer, a sentence each; empty if it does. */
  public static List<String> conflicts(FileDescriptor reader, FileDescriptor writer) {
    ProtoCompatibility check = new ProtoCompatibility();
    if (!reader.getPackage().equals(writer.getPackage())) {
      check.conflicts.add(
          "The package is '%s' and was '%s'".formatted(reader.getPackage(), writer.getPackage()));
    }
    check.compareAll(reader.getMessageTypes(), writer.getMessageTypes());
    return check.conflicts;
  }

  private void compareAll(List<Descriptor> readers, List<Descriptor> writers) {
    Map<String, Descriptor> byName = new HashMap<>();
    readers.forEach(reader -> byName.put(reader.getName(), reader));
    for (Descriptor writer : writers) {
      Descriptor reader = byName.get(writer.getName());
      if (reader != null) {
        compare(reader, writer);
      } else if (!writer.getOptions().getMapEntry()) {
        conflicts.add("The message " + writer.getFullName() + " is gone");
      }
    }
  }

  private void compare(Descriptor reader, Descriptor writer) {
    if (!seen.add(reader.getFullName() + " " + writer.getFullName())) {
      return;
    }
    for (FieldDescriptor written : writer.getFields()) {
      FieldDescriptor read = reader.findFieldByNumber(written.getNumber());
      if (read != null) {
        compare(read, written);
      } else if (written.getRealContainingOneof() != null
          && hasOneof(reader, written.getRealContainingOneof())) {
        conflicts.add(
            "The field %s is gone from its oneof, and whoever reads does not see that one was chosen"
                .formatted(written.getFullName()));
      }
    }
    for (FieldDescriptor read : reader.getFields()) {
      if (read.isRequired() && writer.findFieldByNumber(read.getNumber()) == null) {
        conflicts.add("The field " + read.getFullName() + " is new and required");
      }
    }
    for (OneofDescriptor choice : reader.getRealOneofs()) {
      compareOneof(choice, writer);
    }
    compareAll(reader.getNestedTypes(), writer.getNestedTypes());
  }

  private static boolean hasOneof(Descriptor message, OneofDescriptor choice) {
    return message.getRealOneofs().stream()
        .anyMatch(each -> each.getName().equals(choice.getName()));
  }

  /** Of fields that came together into a oneof later, records may have several. */
  private void compareOneof(OneofDescriptor choice, Descriptor writer) {
    List<FieldDescriptor> free = new ArrayList<>();
    for (FieldDescriptor member : choice.getFields()) {
      FieldDescriptor written = writer.findFieldByNumber(member.getNumber());
      if (written != null && written.getRealContainingOneof() == null) {
        free.add(written);
      }
    }
    boolean existed = hasOneof(writer, choice);
    if (free.size() > 1 || !free.isEmpty() && existed) {
      conflicts.add(
          "The fields %s are in the oneof %s now, and a record may have more than one of them"
              .formatted(free.stream().map(FieldDescriptor::getName).toList(), choice.getName()));
    }
  }

  private void compare(FieldDescriptor read, FieldDescriptor written) {
    Encoding reads = encoding(read);
    Encoding writes = encoding(written);
    if (reads != writes) {
      conflicts.add(
          "The field %s is of type %s and was of type %s"
              .formatted(read.getFullName(), name(read), name(written)));
      return;
    }
    if (read.isRepeated() != written.isRepeated() && !mayChangeLabel(reads)) {
      conflicts.add(
          "The field %s is %s"
              .formatted(
                  read.getFullName(),
                  read.isRepeated() ? "repeated and was not" : "no longer repeated"));
    }
    if (reads == Encoding.MESSAGE) {
      compareTypes(read, written);
    }
  }

  private void compareTypes(FieldDescriptor read, FieldDescriptor written) {
    Descriptor reader = read.getMessageType();
    Descriptor writer = written.getMessageType();
    boolean entries = reader.getOptions().getMapEntry() && writer.getOptions().getMapEntry();
    if (!entries && !reader.getFullName().equals(writer.getFullName())) {
      conflicts.add(
          "The field %s is of type %s and was of type %s"
              .formatted(read.getFullName(), reader.getFullName(), writer.getFullName()));
    } else {
      compare(reader, writer);
    }
  }

  /** One of them reads the last of several, or several where there is one. */
  private static boolean mayChangeLabel(Encoding encoding) {
    return encoding == Encoding.TEXT || encoding == Encoding.MESSAGE;
  }

  private static String name(FieldDescriptor field) {
    return switch (field.getType()) {
      case MESSAGE, GROUP -> field.getMessageType().getFullName();
      case ENUM -> field.getEnumType().getFullName();
      default -> field.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  /** Types within one of these read each other's bytes. */
  private enum Encoding {
    WHOLE,
    ZIGZAG,
    FIXED32,
    FIXED64,
    FLOAT,
    DOUBLE,
    TEXT,
    MESSAGE
  }

  private static Encoding encoding(FieldDescriptor field) {
    return switch (field.getType()) {
      case INT32, UINT32, INT64, UINT64, BOOL, ENUM -> Encoding.WHOLE;
      case SINT32, SINT64 -> Encoding.ZIGZAG;
      case FIXED32, SFIXED32 -> Encoding.FIXED32;
      case FIXED64, SFIXED64 -> Encoding.FIXED64;
      case FLOAT -> Encoding.FLOAT;
      case DOUBLE -> Encoding.DOUBLE;
      case STRING, BYTES -> Encoding.TEXT;
      case MESSAGE, GROUP -> Encoding.MESSAGE;
    };
  }
}
