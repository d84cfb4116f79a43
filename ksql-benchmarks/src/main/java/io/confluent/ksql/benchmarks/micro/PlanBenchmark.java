package io.confluent.ksql.benchmarks.micro;

import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the text of a statement to its plan. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {
  private static final String SELECT =
      "CREATE STREAM o AS SELECT id, UCASE(name) AS name, LEN(note) AS length FROM s"
          + " WHERE amount > 500 AND LEN(name) > 3;";

  private Script script;

  /** One stream to select from. */
  @Setup
  public void prepare() {
    script = new Script(List.of("in", "other"));
    script.run(
        "CREATE STREAM s (id BIGINT, name VARCHAR, amount DOUBLE, flag BOOLEAN, note VARCHAR)"
            + " WITH (kafka_topic='in', value_format='JSON');"
            + "CREATE STREAM first AS SELECT * FROM s;");
  }

  /** Text to syntax tree. */
  @Benchmark
  public Statement parse() {
    return SqlParser.parse(SELECT);
  }

  /** Text to plan. */
  @Benchmark
  public Plan parseAndPlan() {
    return script.plan(SELECT);
  }
}
