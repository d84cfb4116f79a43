package io.confluent.ksql.benchmarks.micro;

import io.confluent.ksql.engine.compile.Evaluator;
import io.confluent.ksql.engine.compile.ExprCompiler;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an expression costs a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExpressionBenchmark {
  /** The expression, over a number, an amount and a text. */
  @Param({
    "amount > 500 AND LEN(note) > 3",
    "CASE WHEN id > 10 THEN amount * 2 ELSE amount END",
    "UCASE(note)",
    "SUBSTRING(note, 2, 5) + '-' + CAST(id AS VARCHAR)",
    "note LIKE '%usual%'"
  })
  public String expression;

  private final RowView[] rows = new RowView[64];
  private Evaluator evaluator;
  private int next;

  /** Compiles the expression as a query would. */
  @Setup
  public void prepare() {
    Script script = new Script(List.of("in"));
    PersistentQuery query =
        script.run(
            "CREATE STREAM s (id BIGINT, amount DOUBLE, note VARCHAR)"
                + " WITH (kafka_topic='in', value_format='JSON');"
                + "CREATE STREAM o AS SELECT "
                + expression
                + " AS x FROM s;");
    SinkStep sink = (SinkStep) query.plan().root();
    ProjectStep project = (ProjectStep) sink.input();
    evaluator =
        new ExprCompiler(
                script.context(query, new InMemorySchemaRegistry()),
                (part, cause) -> {
                  throw new IllegalStateException(part, cause);
                })
            .compile(project.value().get(0).expr());
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new ValueRow(new Object[] {(long) i, i * 15.5, "the usual note " + i});
    }
  }

  /** One row. */
  @Benchmark
  public Object evaluate() {
    return evaluator.evaluate(rows[next++ & 63]);
  }

  private record ValueRow(Object[] values) implements RowView {
    @Override
    public Object key(int index) {
      return null;
    }

    @Override
    public Object value(int index) {
      return values[index];
    }

    @Override
    public long timestamp() {
      return 0;
    }

    @Override
    public long windowStart() {
      return 0;
    }

    @Override
    public long windowEnd() {
      return 0;
    }
  }
}
