package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.serde.DecodeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where in its schema a message stands: its position in the file, then positions in the messages
 * around it. Written after the schema's id, as zigzag numbers with their count before them; a
 * single zero stands for the first message of the file.
 */
final class MessageIndexes {
  static final List<Integer> FIRST = List.of(0);

  private static final int MAX_DEPTH = 100;

  private MessageIndexes() {}

  static List<Integer> read(CodedInputStream in) throws IOException {
    int count = in.readSInt32();
    if (count == 0) {
      return FIRST;
    }
    if (count < 0 || count > MAX_DEPTH) {
      throw new DecodeException("A message is not nested " + count + " deep in its schema");
    }
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      indexes.add(in.readSInt32());
    }
    return indexes;
  }

  /** The bytes that say where a message stands. */
  static byte[] bytes(Descriptor message) {
    List<Integer> indexes = new ArrayList<>();
    for (Descriptor each = message; each != null; each = each.getContainingType()) {
      indexes.add(each.getIndex());
    }
    Collections.reverse(indexes);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      if (indexes.equals(FIRST)) {
        out.writeSInt32NoTag(0);
      } else {
        out.writeSInt32NoTag(indexes.size());
        for (int index : indexes) {
          out.writeSInt32NoTag(index);
        }
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The message at a place.
   *
   * @throws DecodeException if there is none
   */
  static Descriptor find(FileDescriptor schema, List<Integer> indexes) {
    List<Descriptor> messages = schema.getMessageTypes();
    Descriptor found = null;
    for (int index : indexes) {
      if (index < 0 || index >= messages.size()) {
        throw new DecodeException("The schema has no message at " + indexes);
      }
      found = messages.get(index);
      messages = found.getNestedTypes();
    }
    return found;
  }
}
