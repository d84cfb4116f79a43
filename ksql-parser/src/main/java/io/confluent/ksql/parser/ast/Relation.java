package io.confluent.ksql.parser.ast;

/** What a query reads. */
public sealed interface Relation extends Node permits AliasedSource, Join {}
