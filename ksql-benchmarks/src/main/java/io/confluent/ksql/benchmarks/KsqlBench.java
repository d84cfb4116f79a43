package io.confluent.ksql.benchmarks;

import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.figure.Report;
import io.confluent.ksql.benchmarks.pipeline.Kafka;
import io.confluent.ksql.benchmarks.pipeline.Pipeline;
import io.confluent.ksql.benchmarks.pipeline.PipelineBenchmark;
import io.confluent.ksql.benchmarks.pipeline.Pipelines;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.program.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line of {@code bin/ksql-bench}. */
@Command(
    name = "ksql-bench",
    description = "Measures whole pipelines beside hand-written programs that do the same.")
public final class KsqlBench implements Callable<Integer> {
  @Option(names = "--quick", description = "Few cases, once, in less than 3 minutes.")
  private boolean quick;

  @Option(names = "--cases", split = ",", paramLabel = "NAME", description = "Only these.")
  private List<String> cases = new ArrayList<>();

  @Option(names = "--runs", paramLabel = "N", description = "How often each is measured.")
  private int runs = 3;

  @Override
  public Integer call() {
    List<Comparison> done = new ArrayList<>();
    try (Launcher launcher = new Launcher(Path.of(System.getProperty("ksql.home")));
        Broker broker = Broker.start(launcher);
        Kafka kafka = new Kafka(broker.address())) {
      PipelineBenchmark benchmark =
          new PipelineBenchmark(launcher, broker, kafka, Profile.USUAL);
      for (Pipeline pipeline : Pipelines.all()) {
        if (cases.isEmpty() || cases.contains(pipeline.name())) {
          Comparison comparison = benchmark.run(pipeline, quick ? 1 : runs, quick ? 0.3 : 1);
          System.out.println(Report.json(comparison));
          done.add(comparison);
        }
      }
    }
    System.out.println(Report.table(done));
    return 0;
  }

  /** Starts the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KsqlBench()).execute(arguments));
  }
}
