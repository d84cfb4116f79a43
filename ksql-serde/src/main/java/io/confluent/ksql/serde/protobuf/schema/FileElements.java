package io.confluent.ksql.serde.protobuf.schema;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.squareup.wire.schema.internal.parser.EnumConstantElement;
import com.squareup.wire.schema.internal.parser.EnumElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OptionElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.TypeElement;

/**
 * A parsed file as a descriptor whose types are still names. Services, extensions and options that
 * say nothing about the bytes of a message are left out.
 */
final class FileElements {
  private static final String PROTO3 = "proto3";

  private final String name;
  private final ProtoFileElement file;
  private final boolean proto3;

  FileElements(String name, ProtoFileElement file) {
    this.name = name;
    this.file = file;
    String syntax = file.getSyntax() == null ? "proto2" : file.getSyntax().toString();
    proto3 = syntax.equals(PROTO3);
    if (!proto3 && !syntax.equals("proto2")) {
      throw new ProtoSchemaException("its syntax is " + syntax + ", not proto2 or proto3");
    }
  }

  FileDescriptorProto toProto() {
    FileDescriptorProto.Builder built = FileDescriptorProto.newBuilder().setName(name);
    if (proto3) {
      built.setSyntax(PROTO3);
    }
    if (file.getPackageName() != null) {
      built.setPackage(file.getPackageName());
    }
    built.addAllDependency(file.getImports());
    built.addAllDependency(file.getWeakImports());
    for (String dependency : file.getPublicImports()) {
      built.addPublicDependency(built.getDependencyCount());
      built.addDependency(dependency);
    }
    for (TypeElement type : file.getTypes()) {
      if (type instanceof MessageElement message) {
        built.addMessageType(message(message));
      } else if (type instanceof EnumElement element) {
        built.addEnumType(enumeration(element));
      }
    }
    return built.build();
  }

  private DescriptorProto message(MessageElement message) {
    DescriptorProto.Builder built = DescriptorProto.newBuilder().setName(message.getName());
    for (TypeElement type : message.getNestedTypes()) {
      if (type instanceof MessageElement nested) {
        built.addNestedType(message(nested));
      } else if (type instanceof EnumElement element) {
        built.addEnumType(enumeration(element));
      }
    }
    new MessageFields(message, built, proto3).add();
    return built.build();
  }

  private static EnumDescriptorProto enumeration(EnumElement element) {
    EnumDescriptorProto.Builder built = EnumDescriptorProto.newBuilder().setName(element.getName());
    for (EnumConstantElement constant : element.getConstants()) {
      built.addValueBuilder().setName(constant.getName()).setNumber(constant.getTag());
    }
    for (OptionElement option : element.getOptions()) {
      if (option.getName().equals("allow_alias") && option.getValue().equals("true")) {
        built.setOptions(EnumOptions.newBuilder().setAllowAlias(true));
      }
    }
    if (built.getValueCount() == 0) {
      throw new ProtoSchemaException("the enum " + element.getName() + " has no values");
    }
    return built.build();
  }
}
