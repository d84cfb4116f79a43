package io.confluent.ksql.tests.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.FunctionLibrary;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.topology.RowConsumer;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.format.StatementFormatter;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.command.PlanJson;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds of every statement. How many are tried is set by the system property {@code
 * ksql.fuzz.count}, which ones by {@code ksql.fuzz.seed}.
 */
class PlanningPropertiesTest {
  private static final int COUNT = Integer.getInteger("ksql.fuzz.count", 2000);
  private static final long SEED = Long.getLong("ksql.fuzz.seed", 20_260_101L);

  /** Fewer than so many in a hundred would mean that the statements make no sense. */
  private static final int LEAST_PLANNED_PERCENT = 15;

  private static FunctionRegistry functions;
  private static Planner planner;
  private static Catalog catalog = Catalog.empty();
  private static final ExternalFacts FACTS = new ExternalFacts(Map.of(), Map.of(), true, 10);

  private static final int REPORTED = 10;
  private static final int EXECUTED_ONE_IN = 4;
  private static final int ROWS = 6;

  /** What Java says of a bug. */
  private static final Pattern UNFORESEEN =
      Pattern.compile("cannot be cast to class|because \"|NullPointer|out of bounds for length");

  private final List<String> failures = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final RandomRows rows = new RandomRows(random);
  private int executed;
  @TempDir private Path states;

  @BeforeAll
  static void prepare() {
    functions = FunctionLibrary.load(Settings.defaults());
    planner = new Planner(functions, new InstalledFormats(Formats.installed()));
    for (String sql : RandomScript.SOURCES) {
      Plan.Change change = (Plan.Change) plan(SqlParser.parse(sql), sql);
      catalog = catalog.apply(change.command().changes());
    }
  }

  private static Plan plan(Statement statement, String sql) {
    return planner.plan(statement, sql, catalog, FACTS, Settings.defaults(), Map.of());
  }

  @Test
  void aStatementIsPlannedOrRefusedWithAPlaceInIt() {
    RandomScript script = new RandomScript(random, functions);
    int planned = 0;
    for (int i = 0; i < COUNT; i++) {
      planned += tried(script.statement()) ? 1 : 0;
    }
    assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
    assertThat(planned * 100).isGreaterThan(COUNT * LEAST_PLANNED_PERCENT);
  }

  private boolean tried(String sql) {
    try {
      Optional<Plan> plan = planned(sql);
      plan.ifPresent(p -> checkPlan(sql, p));
      return plan.isPresent();
    } catch (AssertionError e) {
      if (failures.size() < REPORTED) {
        failures.add(told(e));
      }
      return false;
    }
  }

  private static String told(AssertionError error) {
    Throwable cause = error.getCause();
    return cause == null
        ? error.getMessage()
        : error.getMessage() + "\n" + cause + "\n  at " + cause.getStackTrace()[0];
  }

  private static Optional<Plan> planned(String sql) {
    try {
      return Optional.of(plan(SqlParser.parse(sql), sql));
    } catch (DiagnosticException e) {
      checkError(sql, e.diagnostic());
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("on " + sql, e);
    }
  }

  private static void checkError(String sql, Diagnostic diagnostic) {
    assertThat(diagnostic.code().kind()).as(sql).isEqualTo(ErrorCode.Kind.USER);
    assertThat(diagnostic.message()).as(sql).isNotBlank();
    assertThat(diagnostic.span().isKnown()).as(sql + "\n" + diagnostic).isTrue();
    assertThat(diagnostic.span().start()).as(sql).isBetween(0, sql.length());
    assertThat(diagnostic.span().end()).as(sql).isLessThanOrEqualTo(sql.length());
  }

  private void checkPlan(String sql, Plan plan) {
    String formatted = StatementFormatter.format(SqlParser.parse(sql));
    try {
      assertThat(physical(plan(SqlParser.parse(formatted), sql)))
          .as(formatted)
          .isEqualTo(physical(plan));
    } catch (DiagnosticException e) {
      throw new AssertionError("on " + sql + "\nwritten as " + formatted, e);
    }
    physical(plan).ifPresent(physical -> checkPhysical(sql, plan, physical));
  }

  private void checkPhysical(String sql, Plan plan, PhysicalPlan physical) {
    PhysicalPlan read = PlanJson.readPlan(PlanJson.write(physical));
    assertThat(read).as(sql).isEqualTo(physical);
    List<String> bugs = new ArrayList<>();
    try {
      run(plan, read, bugs);
    } catch (RuntimeException e) {
      throw new AssertionError("on " + sql, e);
    }
    assertThat(bugs).as(sql).isEmpty();
  }

  /** Runs a plan over a few rows: any may fail, but none in a way that nobody foresaw. */
  private void run(Plan plan, PhysicalPlan physical, List<String> bugs) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, states.toString());
    properties.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    TopologyBuilder builder = new TopologyBuilder(context(bugs), asMap(properties));
    Topology topology =
        plan instanceof Plan.Push
            ? builder.build(physical, new NoConsumer())
            : builder.build(physical);
    if (executed++ % EXECUTED_ONE_IN != 0) {
      return;
    }
    try (TopologyTestDriver driver = new TopologyTestDriver(topology, properties)) {
      for (int i = 0; i < ROWS; i++) {
        for (String topic : topics(physical.root())) {
          rows.value(topic).ifPresent(value -> pipe(driver, topic, value));
        }
      }
    }
  }

  private void pipe(TopologyTestDriver driver, String topic, byte[] value) {
    driver
        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(rows.key(topic), value, random.nextInt(100_000));
  }

  private static Map<String, Object> asMap(Properties properties) {
    Map<String, Object> map = new HashMap<>();
    properties.forEach((name, value) -> map.put(name.toString(), value));
    return map;
  }

  private static Set<String> topics(Step step) {
    Set<String> topics = new TreeSet<>();
    if (step instanceof ScanStep scan) {
      topics.add(scan.topic());
    }
    step.inputs().forEach(input -> topics.addAll(topics(input)));
    return topics;
  }

  private static TopologyContext context(List<String> bugs) {
    return new TopologyContext(
        "q",
        functions,
        Map.of(),
        Formats.installed(),
        Optional.of(new InMemorySchemaRegistry()),
        error ->
            error.causes().stream().filter(c -> UNFORESEEN.matcher(c).find()).forEach(bugs::add),
        new QueryCounters(),
        TopologyContext.OnError.LOG,
        TopologyContext.OnError.LOG);
  }

  private static final class NoConsumer implements RowConsumer {
    @Override
    public void accept(RowView row) {}

    @Override
    public void delete(RowView row) {}
  }

  private static Optional<PhysicalPlan> physical(Plan plan) {
    if (plan instanceof Plan.Push push) {
      return Optional.of(push.physical());
    }
    if (plan instanceof Plan.Change change) {
      return change.command().changes().stream()
          .filter(c -> c instanceof CatalogChange.PutQuery)
          .map(c -> ((CatalogChange.PutQuery) c).query().plan())
          .findFirst();
    }
    return Optional.empty();
  }
}
