package io.confluent.ksql.planner;

import io.confluent.ksql.setting.Scope;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings that decide how statements are planned. */
public final class PlannerSettings {
  public static final Setting<String> DEFAULT_KEY_FORMAT =
      Setting.text("ksql.persistence.default.format.key")
          .defaultsTo("KAFKA")
          .scope(Scope.SESSION)
          .doc("Format of keys where a statement names none.");

  public static final Setting<String> DEFAULT_VALUE_FORMAT =
      Setting.text("ksql.persistence.default.format.value")
          .scope(Scope.SESSION)
          .doc("Format of values where a statement names none; empty: a statement must name one.");

  public static final Setting<Boolean> WRAP_SINGLE_VALUES =
      Setting.flag("ksql.persistence.wrap.single.values")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc("Whether a single value column is written as a record of one field.");

  public static final Setting<Boolean> JSON_SR_WRITER_SCHEMA =
      Setting.flag("ksql.json_sr.converter.deserializer.enabled")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc(
              "Whether JSON_SR records are read by the schema they were written with; otherwise as"
                  + " plain JSON.");

  public static final Setting<String> OUTPUT_TOPIC_PREFIX =
      Setting.text("ksql.output.topic.name.prefix")
          .doc("What the names of topics begin with that CREATE ... AS SELECT makes.");

  public static final Setting<Long> SINK_PARTITIONS =
      Setting.number("ksql.sink.partitions")
          .atLeast(0L)
          .scope(Scope.SESSION)
          .doc("Partitions of topics that CREATE ... AS SELECT makes; 0: those of the source.");

  public static final Setting<Long> SINK_REPLICAS =
      Setting.number("ksql.sink.replicas")
          .atLeast(0L)
          .scope(Scope.SESSION)
          .doc("Replicas of topics that CREATE ... AS SELECT makes; 0: those of the source.");

  public static final Setting<Boolean> CREATE_OR_REPLACE =
      Setting.flag("ksql.create.or.replace.enabled")
          .defaultsTo(true)
          .doc("Whether CREATE OR REPLACE is allowed.");

  public static final Setting<Boolean> INSERT_VALUES =
      Setting.flag("ksql.insert.into.values.enabled")
          .defaultsTo(true)
          .doc("Whether INSERT INTO ... VALUES is allowed.");

  public static final Setting<DefaultEmit> SELECT_STREAM_DEFAULT_EMIT =
      Setting.choice("ksql.select.stream.default.emit", DefaultEmit.class)
          .scope(Scope.SESSION)
          .doc(
              "Whether SELECT on a stream without EMIT goes on for ever or ends at what there is.");

  public static final Setting<Boolean> PULL_QUERIES =
      Setting.flag("ksql.pull.queries.enable")
          .defaultsTo(true)
          .doc("Whether tables and streams can be asked for what there is now.");

  public static final Setting<Boolean> PULL_TABLE_SCAN =
      Setting.flag("ksql.query.pull.table.scan.enabled")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc(
              "Whether a query of a table as it is now may look at every row; a client can switch"
                  + " it off, not on.");

  public static final Setting<Boolean> PULL_RANGE_SCAN =
      Setting.flag("ksql.query.pull.range.scan.enabled")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc("Whether a query of a table as it is now may read a range of keys.");

  public static final Setting<Boolean> PULL_LIMIT =
      Setting.flag("ksql.query.pull.limit.clause.enabled")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc("Whether a query of what there is now may have a LIMIT.");

  public static final Setting<Boolean> PULL_STREAM =
      Setting.flag("ksql.query.pull.stream.enabled")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc("Whether a stream can be read to its end as it is now.");

  public static final Setting<Boolean> PUSH_V2 =
      Setting.flag("ksql.query.push.v2.enabled")
          .scope(Scope.SESSION)
          .doc(
              "Whether queries with EMIT CHANGES of what one persistent query writes share one"
                  + " reader; they then begin with what is written from then on.");

  public static final Setting<Boolean> SOURCE_TABLE_MATERIALIZATION =
      Setting.flag("ksql.source.table.materialization.enabled")
          .defaultsTo(true)
          .doc("Whether the rows of a CREATE SOURCE TABLE are kept, so that it can be asked.");

  public static final Setting<Boolean> SUPPRESS_ENABLED =
      Setting.flag("ksql.suppress.enabled")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc("Whether EMIT FINAL is allowed.");

  public static final Setting<Duration> FINAL_EXTRA_RETENTION =
      Setting.duration("ksql.emit.final.extra.retention.ms")
          .defaultsTo(Duration.ofDays(7))
          .atLeast(Duration.ZERO)
          .scope(Scope.SESSION)
          .doc(
              "How much longer than SIZE and GRACE windows of EMIT FINAL are kept if RETENTION does"
                  + " not say it. The record that closes a window gives its result only if the"
                  + " window is still kept at the record's time.");

  public static final Setting<Boolean> NEW_QUERY_PLANNER =
      Setting.flag("ksql.new.query.planner.enabled")
          .defaultsTo(false)
          .scope(Scope.SESSION)
          .doc(
              "Whether the key columns of a stored projection of a stream are those that SELECT"
                  + " names, in its order, instead of all that the stream has.");

  public static final Setting<Boolean> CLASSIC_MODE =
      Setting.flag("ksql.classic.mode")
          .scope(Scope.SESSION)
          .doc(
              "Reads statements as KSQL had them before keys were columns: ROWKEY is added, KEY"
                  + " names a column of the value, positions count from 0, SELECT goes on for"
                  + " ever.");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(
          DEFAULT_KEY_FORMAT,
          DEFAULT_VALUE_FORMAT,
          WRAP_SINGLE_VALUES,
          JSON_SR_WRITER_SCHEMA,
          OUTPUT_TOPIC_PREFIX,
          SINK_PARTITIONS,
          SINK_REPLICAS,
          CREATE_OR_REPLACE,
          INSERT_VALUES,
          SELECT_STREAM_DEFAULT_EMIT,
          PULL_QUERIES,
          PULL_TABLE_SCAN,
          PULL_RANGE_SCAN,
          PULL_LIMIT,
          PULL_STREAM,
          PUSH_V2,
          SOURCE_TABLE_MATERIALIZATION,
          SUPPRESS_ENABLED,
          FINAL_EXTRA_RETENTION,
          NEW_QUERY_PLANNER,
          CLASSIC_MODE);

  private PlannerSettings() {}

  /** The server's settings with a session's over them; what it switches off stays off. */
  static Settings ofSession(Settings server, Map<String, String> overrides) {
    Settings session = server.with(overrides);
    return server.get(PULL_TABLE_SCAN) ? session : session.with(PULL_TABLE_SCAN.name(), "false");
  }

  /** What SELECT on a stream means without EMIT. */
  public enum DefaultEmit {
    /** EMIT CHANGES, as the classic engine had it. */
    CHANGES,
    /** A query that ends at the end of the topic as it is. */
    NONE
  }
}
