package io.confluent.ksql.serde.protobuf.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Schemas as texts, that is, {@code .proto} files. */
public final class ProtoText {
  private static final String ROOT = "(schema)";

  /** A message can be nested in a message; deeper than this it is taken for an attack. */
  private static final int MAX_BRACES = 100;

  private static final Pattern HEADER = Pattern.compile("\\A(//[^\n]*\n)+\n*");
  private static final Pattern BLANK_INSIDE = Pattern.compile("\n(?: *\n)+(?=[ }])");

  private ProtoText() {}

  /**
   * The descriptor of a text.
   *
   * @param imports finds the texts of files that it imports, by the name it gives them; those that
   *     come with Protobuf, Google's types and Confluent's annotations need not be found
   * @throws ProtoSchemaException if the text is no schema, or an import is missing
   */
  public static FileDescriptor parse(String text, Function<String, Optional<String>> imports) {
    return new Linker(imports).link(ROOT, text);
  }

  /**
   * The text in the form in which texts that differ only in layout are equal.
   *
   * @throws ProtoSchemaException if the text is no schema
   */
  public static String canonical(String text) {
    String printed = printed(text);
    // What the printer cannot say, an escape in a string perhaps, must not change the meaning.
    try {
      return printed(printed).equals(printed) ? printed : text;
    } catch (ProtoSchemaException e) {
      return text;
    }
  }

  private static String printed(String text) {
    String formatted = HEADER.matcher(elements(ROOT, text).toSchema()).replaceFirst("");
    return BLANK_INSIDE.matcher(formatted).replaceAll("\n").strip() + "\n";
  }

  private static ProtoFileElement elements(String name, String text) {
    if (text.isBlank()) {
      throw new ProtoSchemaException("it is empty");
    }
    refuseDepth(text);
    try {
      return new ProtoParser(Location.get(name), text.toCharArray()).readProtoFile();
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      String message = String.valueOf(e.getMessage());
      throw new ProtoSchemaException(message.replace("Syntax error in " + ROOT + ":", "at "), e);
    }
  }

  /** The parser calls itself for each brace. */
  private static void refuseDepth(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        open++;
      } else if (c == '}' || c == ']') {
        open--;
      }
      if (open > MAX_BRACES) {
        throw new ProtoSchemaException("it is nested more than " + MAX_BRACES + " deep");
      }
    }
  }

  /** Builds a file after those that it imports. */
  private static final class Linker {
    private final Function<String, Optional<String>> imports;
    private final Map<String, FileDescriptor> linked = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    Linker(Function<String, Optional<String>> imports) {
      this.imports = imports;
    }

    FileDescriptor link(String name, String text) {
      if (!open.add(name)) {
        throw new ProtoSchemaException("files import each other: " + String.join(", ", open));
      }
      FileDescriptorProto file = new FileElements(name, elements(name, text)).toProto();
      FileDescriptor[] dependencies =
          file.getDependencyList().stream().map(this::imported).toArray(FileDescriptor[]::new);
      try {
        FileDescriptor descriptor = FileDescriptor.buildFrom(file, dependencies);
        open.remove(name);
        return descriptor;
      } catch (DescriptorValidationException e) {
        throw new ProtoSchemaException(e.getProblemSymbolName() + ": " + e.getDescription(), e);
      }
    }

    private FileDescriptor imported(String name) {
      FileDescriptor known = linked.get(name);
      if (known != null) {
        return known;
      }
      Optional<String> text = imports.apply(name).or(() -> KnownFiles.text(name));
      FileDescriptor found =
          text.isPresent()
              ? link(name, text.get())
              : KnownFiles.descriptor(name)
                  .orElseThrow(
                      () ->
                          new ProtoSchemaException(
                              "it imports " + name + ", which is not among its references"));
      linked.put(name, found);
      return found;
    }
  }
}
