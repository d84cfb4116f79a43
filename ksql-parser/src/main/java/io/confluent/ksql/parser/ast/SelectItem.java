package io.confluent.ksql.parser.ast;

/** One item of a SELECT list. */
public sealed interface SelectItem extends Node permits SingleColumn, AllColumns, StructAll {}
