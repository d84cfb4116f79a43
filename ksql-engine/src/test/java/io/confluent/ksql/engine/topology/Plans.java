package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.function.ParameterType;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans over the columns K STRING KEY, V INTEGER, T STRING, written by hand. */
final class Plans {
  static final FormatSpec KAFKA = new FormatSpec("KAFKA", Map.of(), false);
  static final FormatSpec JSON = new FormatSpec("JSON", Map.of(), true);
  static final FormatSpec DELIMITED = new FormatSpec("DELIMITED", Map.of(), true);
  static final Schema COLUMNS =
      new Schema(
          List.of(new Column("K", SqlTypes.STRING)),
          List.of(new Column("V", SqlTypes.INTEGER), new Column("T", SqlTypes.STRING)));
  static final Expr K = ColumnRef.key(0, "K", SqlTypes.STRING);
  static final Expr V = ColumnRef.value(0, "V", SqlTypes.INTEGER);
  static final Expr T = ColumnRef.value(1, "T", SqlTypes.STRING);

  private Plans() {}

  static StepId id(String path) {
    return new StepId(path);
  }

  static ScanStep stream(FormatSpec format) {
    return scan(Source.Kind.STREAM, "KsqlTopic", "input", format, List.of(), Optional.empty());
  }

  static ScanStep table(String id, String topic) {
    return scan(Source.Kind.TABLE, id, topic, JSON, List.of(), Optional.empty());
  }

  static ScanStep scan(
      Source.Kind kind,
      String id,
      String topic,
      FormatSpec format,
      List<ScanExtra> extras,
      Optional<TimestampColumn> timestamp) {
    return windowedScan(kind, id, topic, format, extras, Optional.empty(), timestamp);
  }

  static ScanStep windowedScan(
      Source.Kind kind,
      String id,
      String topic,
      FormatSpec format,
      List<ScanExtra> extras,
      Optional<WindowInfo> window,
      Optional<TimestampColumn> timestamp) {
    List<Column> value = new ArrayList<>(COLUMNS.value());
    for (ScanExtra extra : extras) {
      value.add(new Column(extra.name(), typeOf(extra)));
    }
    return new ScanStep(
        id(id),
        kind,
        "S",
        topic,
        KAFKA,
        format,
        COLUMNS,
        extras,
        new Schema(COLUMNS.key(), value),
        window,
        timestamp,
        Optional.empty());
  }

  private static SqlType typeOf(ScanExtra extra) {
    return switch (extra.kind()) {
      case HEADERS ->
          SqlTypes.array(
              SqlTypes.struct()
                  .field("KEY", SqlTypes.STRING)
                  .field("VALUE", SqlTypes.BYTES)
                  .build());
      case HEADER -> SqlTypes.BYTES;
      case PARTITION -> SqlTypes.INTEGER;
      case OFFSET, TIME -> SqlTypes.BIGINT;
    };
  }

  static FilterStep filter(Step input, Expr condition) {
    return new FilterStep(id("WhereFilter"), input, condition);
  }

  static ProjectStep project(Step input, NamedExpr... columns) {
    return new ProjectStep(
        id("Project"),
        input,
        input.schema().key().stream().map(Column::name).toList(),
        List.of(columns));
  }

  static RekeyStep rekey(Step input, RekeyStep.OnNullKey onNullKey, NamedExpr... key) {
    List<NamedExpr> value = new ArrayList<>();
    for (int i = 0; i < input.schema().value().size(); i++) {
      Column column = input.schema().value().get(i);
      value.add(new NamedExpr(column.name(), ColumnRef.value(i, column.name(), column.type())));
    }
    return new RekeyStep(id("Rekey"), input, List.of(key), value, onNullKey);
  }

  static RepartitionStep repartition(Step input) {
    return new RepartitionStep(id("Aggregate-GroupBy"), input, KAFKA, JSON);
  }

  static AggregateStep total(
      Step input, Optional<WindowSpec> windows, AggregateStep.Emission emission) {
    FunctionSignature signature =
        new FunctionSignature(
            "TOTAL", List.of(new ParameterType.Value(SqlTypes.INTEGER)), -1, SqlTypes.BIGINT);
    return new AggregateStep(
        id("Aggregate-Aggregate-Materialize"),
        input,
        List.of(
            new Aggregation(
                signature, List.of(V), List.of(), "TOTAL", SqlTypes.BIGINT, SqlTypes.BIGINT)),
        windows,
        emission,
        KAFKA,
        JSON);
  }

  static PhysicalPlan sink(Step input, FormatSpec format) {
    return sink(input, format, Optional.empty());
  }

  static PhysicalPlan sink(Step input, FormatSpec format, Optional<TimestampColumn> timestamp) {
    FormatSpec keyFormat = input.schema().key().isEmpty() ? FormatSpec.NONE : KAFKA;
    return new PhysicalPlan(
        new SinkStep(id("Sink"), input, "output", keyFormat, format, timestamp));
  }

  static NamedExpr as(String name, Expr expr) {
    return new NamedExpr(name, expr);
  }

  static Expr number(int value) {
    return new Constant(value, SqlTypes.INTEGER);
  }

  static Expr greater(Expr left, Expr right) {
    return Call.of(Operator.GREATER_THAN, SqlTypes.BOOLEAN, left, right);
  }

  static Expr failing(Expr text) {
    FunctionSignature signature =
        new FunctionSignature(
            "FAILING", List.of(new ParameterType.Value(SqlTypes.STRING)), -1, SqlTypes.DOUBLE);
    return new Call(new Callee.Function(signature), List.of(text), SqlTypes.DOUBLE);
  }
}
