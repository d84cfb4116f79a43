package io.confluent.ksql.parser.ast;

/** A type as written; what a name stands for is not known here. */
public sealed interface TypeName extends Node permits NamedType, ArrayType, MapType, StructType {}
