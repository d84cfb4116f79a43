package io.confluent.ksql.planner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.Case;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Lambda;
import io.confluent.ksql.planner.expr.LambdaArgument;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.expr.MakeStruct;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.function.ParameterType;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.FlatMapStep;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.MaterializeStep;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanJsonTest {
  private static final FormatSpec JSON = new FormatSpec("JSON", Map.of(), true);
  private static final FormatSpec KAFKA = new FormatSpec("KAFKA", Map.of(), false);

  static List<Expr> expressions() {
    SqlStruct struct =
        SqlTypes.struct().field("a b", SqlTypes.BIGINT).field("C", SqlTypes.STRING).build();
    SqlType map = SqlTypes.map(SqlTypes.INTEGER, SqlTypes.array(SqlTypes.decimal(4, 2)));
    FunctionSignature ucase =
        new FunctionSignature(
            "UCASE", List.of(new ParameterType.Value(SqlTypes.STRING)), -1, SqlTypes.STRING);
    Expr column = ColumnRef.value(2, "X`Y", SqlTypes.DOUBLE);
    return List.of(
        column,
        ColumnRef.pseudo(ColumnRef.Side.WINDOW_END, "WINDOWEND"),
        new Constant(null, SqlTypes.TIMESTAMP),
        new Constant(true, SqlTypes.BOOLEAN),
        new Constant(Integer.MIN_VALUE, SqlTypes.INTEGER),
        new Constant(Long.MAX_VALUE, SqlTypes.BIGINT),
        new Constant(Double.NaN, SqlTypes.DOUBLE),
        new Constant(-0.0, SqlTypes.DOUBLE),
        new Constant(new BigDecimal("1.10"), SqlTypes.decimal(3, 2)),
        new Constant("Grüße \"☃\" 𝄞", SqlTypes.STRING),
        new Constant(ByteBuffer.wrap(new byte[] {0, -1}), SqlTypes.BYTES),
        new Constant(new java.sql.Time(61_000), SqlTypes.TIME),
        new Constant(new java.sql.Date(86_400_000), SqlTypes.DATE),
        new Constant(new java.sql.Timestamp(1), SqlTypes.TIMESTAMP),
        new Constant(Map.of(7, Arrays.asList(new BigDecimal("0.10"), null)), map),
        new Constant(new StructValue(struct, 5L, null), struct),
        Call.of(Operator.ADD, SqlTypes.DOUBLE, column, column),
        new Call(
            new Callee.Function(ucase),
            List.of(new Constant("x", SqlTypes.STRING)),
            SqlTypes.STRING),
        new Cast(column, SqlTypes.STRING),
        Logical.not(Call.of(Operator.IS_NULL, SqlTypes.BOOLEAN, column)),
        new Case(
            List.of(new Case.When(new Constant(true, SqlTypes.BOOLEAN), column)),
            new Constant(null, SqlTypes.DOUBLE)),
        new MakeStruct(
            struct, List.of(new Constant(1L, SqlTypes.BIGINT), new Constant("", SqlTypes.STRING))),
        new Lambda(
            List.of(new LambdaArgument("X", SqlTypes.BIGINT)),
            new LambdaArgument("X", SqlTypes.BIGINT)));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void readsBackEveryExpression(Expr expr) {
    Step scan = scan(Source.Kind.STREAM, List.of());
    PhysicalPlan plan =
        new PhysicalPlan(
            new ProjectStep(
                new StepId("Project"), scan, List.of("K"), List.of(new NamedExpr("A", expr))));

    assertThat(PlanJson.readPlan(PlanJson.write(plan))).isEqualTo(plan);
  }

  @Test
  void readsBackRowsOfListsAndGroupsOfTables() {
    FunctionSignature explode =
        new FunctionSignature(
            "explode", List.of(new ParameterType.Variable("T")), -1, SqlTypes.BIGINT);
    ColumnRef value = ColumnRef.value(0, "V", SqlTypes.STRING);
    Step flat =
        new FlatMapStep(
            new StepId("FlatMap"),
            scan(Source.Kind.STREAM, List.of()),
            List.of(new TableFunctionCall(explode, List.of(value), "X", SqlTypes.BIGINT)));
    Step groups =
        new RegroupStep(
            new StepId("Aggregate-GroupBy"),
            scan(Source.Kind.TABLE, List.of(new ScanExtra(ScanExtra.Kind.TIME, "ROWTIME", ""))),
            List.of(new NamedExpr("K", value)),
            List.of(new NamedExpr("A", value)),
            KAFKA,
            JSON);
    for (Step step : List.of(flat, groups)) {
      PhysicalPlan plan = new PhysicalPlan(step);
      assertThat(PlanJson.readPlan(PlanJson.write(plan))).isEqualTo(plan);
    }
  }

  @Test
  void readsBackEveryStep() {
    Step left =
        new RepartitionStep(
            new StepId("Join-left"),
            new RekeyStep(
                new StepId("LeftSourceKeyed-SelectKey"),
                new FilterStep(
                    new StepId("Where"),
                    scan(
                        Source.Kind.STREAM,
                        List.of(new ScanExtra(ScanExtra.Kind.HEADER, "H", "trace"))),
                    new Constant(true, SqlTypes.BOOLEAN)),
                List.of(new NamedExpr("K", ColumnRef.value(0, "V", SqlTypes.STRING))),
                List.of(),
                RekeyStep.OnNullKey.DROP),
            KAFKA,
            JSON);
    Duration second = Duration.ofSeconds(1);
    Step streams =
        new JoinStep(
            new StepId("L_Join"),
            left,
            scan(Source.Kind.STREAM, List.of()),
            JoinKind.FULL,
            Optional.of(new JoinWindow(second, second, second, JoinWindow.Unmatched.WHEN_CLOSED)),
            KAFKA,
            JSON);
    Step named =
        new ForeignKeyJoinStep(
            new StepId("ForeignKeyJoin"),
            scan(Source.Kind.TABLE, List.of()),
            new MaterializeStep(
                new StepId("RightSourceKeyed-Materialize"),
                scan(Source.Kind.TABLE, List.of()),
                KAFKA,
                JSON),
            JoinKind.LEFT,
            ColumnRef.value(0, "V", SqlTypes.STRING),
            KAFKA,
            KAFKA,
            JSON);
    Step join =
        new JoinStep(
            new StepId("Join"), streams, named, JoinKind.LEFT, Optional.empty(), KAFKA, JSON);
    FunctionSignature count =
        new FunctionSignature(
            "COUNT", List.of(new ParameterType.Variable("T")), -1, SqlTypes.BIGINT);
    Duration minute = Duration.ofMinutes(1);
    Step aggregate =
        new AggregateStep(
            new StepId("Aggregate-Aggregate-Materialize"),
            join,
            List.of(
                new Aggregation(
                    count,
                    List.of(ColumnRef.pseudo(ColumnRef.Side.TIME, "ROWTIME")),
                    List.of(new Constant(3, SqlTypes.INTEGER)),
                    "KSQL_COL_0",
                    SqlTypes.BIGINT,
                    SqlTypes.BIGINT)),
            Optional.of(new WindowSpec(WindowInfo.Type.TUMBLING, minute, minute, minute, minute)),
            AggregateStep.Emission.FINAL,
            KAFKA,
            JSON);
    PhysicalPlan plan =
        new PhysicalPlan(
            new SinkStep(
                new StepId("Sink"),
                aggregate,
                "OUT",
                KAFKA,
                JSON,
                Optional.of(new TimestampColumn("V", Optional.of("yyyy")))));
    Command command =
        new Command(
            Command.VERSION,
            "CREATE TABLE ...",
            "table/`OUT`/create",
            "Created query with ID CTAS_OUT_1",
            List.of(
                new CatalogChange.PutType("T", SqlTypes.array(SqlTypes.BIGINT)),
                new CatalogChange.PutQuery(
                    new PersistentQuery(
                        "CTAS_OUT_1",
                        PersistentQuery.Kind.CREATE_AS,
                        "CREATE TABLE ...",
                        Set.of("S"),
                        Optional.of("OUT"),
                        plan,
                        Map.of("auto.offset.reset", "earliest"),
                        PersistentQuery.State.RUNNING)),
                new CatalogChange.DropSource("OLD")),
            List.of(
                new Duty.CreateTopic("OUT", 4, (short) -1, Map.of("cleanup.policy", "compact")),
                new Duty.RegisterSchema(
                    "OUT",
                    Schema.Side.VALUE,
                    JSON,
                    List.of(new Column("V", SqlTypes.STRING)),
                    Duty.RegisterSchema.Mode.ALWAYS),
                new Duty.EmptyTopic("OUT", "CTAS_OUT_1")));

    assertThat(PlanJson.readCommand(PlanJson.write(command))).isEqualTo(command);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    String json =
        new String(
            PlanJson.write(new PhysicalPlan(scan(Source.Kind.STREAM, List.of()))),
            StandardCharsets.UTF_8);

    assertThatThrownBy(() -> read(json.replace("scan:1", "scan:9")))
        .isInstanceOf(KsqlException.class)
        .hasMessageContaining("scan:9");
    assertThatThrownBy(() -> read(json.replace("\"topic\"", "\"tropic\"")))
        .isInstanceOf(KsqlException.class);
  }

  private static PhysicalPlan read(String json) {
    return PlanJson.readPlan(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Step scan(Source.Kind kind, List<ScanExtra> extras) {
    Schema columns =
        new Schema(
            List.of(new Column("K", SqlTypes.STRING)), List.of(new Column("V", SqlTypes.STRING)));
    return new ScanStep(
        new StepId("KsqlTopic-" + kind),
        kind,
        "S",
        "topic",
        KAFKA,
        new FormatSpec("DELIMITED", Map.of("DELIMITER", "\t"), true),
        columns,
        extras,
        columns,
        Optional.of(new WindowInfo(WindowInfo.Type.SESSION, Optional.empty())),
        Optional.empty(),
        Optional.empty());
  }
}
