package io.confluent.ksql.planner.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads a jar of functions as a user builds it: for Java 8, against the published types. */
final class ExtensionJarTest {
  private static final String SCALAR =
      """
      package my.functions;
      import io.confluent.ksql.function.udf.*;
      import java.util.*;
      import org.apache.kafka.common.Configurable;
      import org.apache.kafka.connect.data.*;
      @UdfDescription(name = "greet", description = "Greets.", author = "A. Nonym", version = "1.2")
      public class Greet implements Configurable {
        private String word = "Hello";
        @Override public void configure(Map<String, ?> config) {
          Object own = config.get("ksql.functions.greet.word");
          if (own != null) { word = own.toString(); }
        }
        @Udf(description = "by name")
        public String greet(@UdfParameter(value = "who", description = "a name") final String who) {
          return Greeting.of(word, who);
        }
        @Udf(schema = "STRUCT<TEXT VARCHAR, SIZE INT>")
        public Struct measured(@UdfParameter("who") String who, @UdfParameter("size") int size) {
          Schema schema = SchemaBuilder.struct().field("TEXT", Schema.OPTIONAL_STRING_SCHEMA)
              .field("SIZE", Schema.OPTIONAL_INT32_SCHEMA).optional().build();
          return new Struct(schema).put("TEXT", who).put("SIZE", size);
        }
        @Udf public <T> List<T> twice(@UdfParameter("item") T item, @UdfParameter("really") boolean b) {
          if (item instanceof Struct) { ((Struct) item).validate(); }
          else { throw new IllegalStateException("a " + item.getClass()); }
          return Arrays.asList(item, item);
        }
        @Udf public String whose(@UdfParameter("yes") boolean yes) {
          return org.assertj.core.api.Fail.whose();
        }
        @Udf(description = "without names") public String unnamed(long number) { return "" + number; }
        @Udf public String odd(Thread thread) { return "never"; }
        @Udf public String home(@UdfParameter("a") double a) { return System.getProperty("user.home"); }
        @Udf public String runs(@UdfParameter("d") java.sql.Date d) throws Exception {
          return Class.forName("java.lang.ProcessBuilder").getName();
        }
      }
      """;
  private static final String OWN_COPY =
      """
      package org.assertj.core.api;
      public class Fail { public static String whose() { return "the jar's"; } }
      """;
  private static final String OLD_ANNOTATION =
      """
      package io.confluent.ksql.function.udaf;
      import java.lang.annotation.*;
      @Retention(RetentionPolicy.RUNTIME)
      public @interface UdafFactory {
        String description();
        String paramSchema() default "";
        String aggregateSchema() default "";
        String returnSchema() default "";
      }
      """;
  private static final String OLD_AGGREGATE =
      """
      package my.functions;
      import io.confluent.ksql.function.udaf.*;
      import org.apache.kafka.connect.data.Struct;
      @UdafDescription(name = "old", description = "Built when a schema was one text.")
      public class Old {
        @UdafFactory(description = "counts", paramSchema = "STRUCT<A INT, B ARRAY<INT>>")
        public static Udaf<Struct, Long, Long> create() {
          return new Udaf<Struct, Long, Long>() {
            @Override public Long initialize() { return 0L; }
            @Override public Long aggregate(Struct v, Long a) { return a + v.getInt32("A"); }
            @Override public Long merge(Long a, Long b) { return a + b; }
            @Override public Long map(Long a) { return a; }
          };
        }
      }
      """;
  private static final String PLAIN =
      """
      package my.functions;
      class Greeting { static String of(String word, String who) { return word + " " + who; } }
      """;
  private static final String RESERVED =
      """
      package my.functions;
      import io.confluent.ksql.function.udf.*;
      @UdfDescription(name = "SELECT", description = "Cannot be called.")
      public class Word { @Udf public String of(long number) { return "never"; } }
      """;
  private static final String AGGREGATE =
      """
      package my.functions;
      import io.confluent.ksql.function.udaf.*;
      import io.confluent.ksql.util.Pair;
      @UdafDescription(name = "weighted", description = "Weighted sum.")
      public class Weighted {
        @UdafFactory(description = "of doubles")
        public static TableUdaf<Pair<Double, Integer>, Double, Double> create() {
          return new TableUdaf<Pair<Double, Integer>, Double, Double>() {
            @Override public Double initialize() { return 0.0; }
            @Override public Double aggregate(Pair<Double, Integer> v, Double a) {
              return a + v.getLeft() * v.getRight();
            }
            @Override public Double merge(Double a, Double b) { return a + b; }
            @Override public Double map(Double a) { return a; }
            @Override public Double undo(Pair<Double, Integer> v, Double a) {
              return a - v.left * v.right;
            }
          };
        }
      }
      """;
  private static final String TABLE =
      """
      package io.confluent.ksql.function.udtf.mine;
      import io.confluent.ksql.function.udtf.*;
      import java.util.*;
      @UdtfDescription(name = "repeated", description = "Repeats.")
      public class Repeated {
        @Udtf public List<String> repeated(@UdfText @io.confluent.ksql.function.udf.UdfParameter("n") Integer n) {
          return Collections.nCopies(n, "x");
        }
        @interface UdfText {}
      }
      """;

  @TempDir static Path directory;

  private static FunctionRegistry registry;

  @BeforeAll
  static void buildsTheJar() throws IOException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    compile(
        classes,
        Map.of(
            "my.functions.Greet", SCALAR,
            "my.functions.Greeting", PLAIN,
            "my.functions.Word", RESERVED,
            "org.assertj.core.api.Fail", OWN_COPY,
            "my.functions.Weighted", AGGREGATE,
            "io.confluent.ksql.function.udtf.mine.Repeated", TABLE));
    Path extensions = Files.createDirectory(directory.resolve("ext"));
    Path old = Files.createDirectory(directory.resolve("old"));
    compile(
        old,
        Map.of(
            "io.confluent.ksql.function.udaf.UdafFactory", OLD_ANNOTATION,
            "my.functions.Old", OLD_AGGREGATE));
    jar(old, extensions.resolve("old.jar"));
    jar(classes, extensions.resolve("mine.jar"));
    Files.writeString(extensions.resolve("broken.jar"), "no jar at all");
    Files.writeString(extensions.resolve("readme.txt"), "no jar either");
    Files.writeString(
        extensions.resolve("resource-blacklist.txt"),
        "# comment\njava.lang.Process # also ProcessBuilder\nmy.functions.Gree$\n");
    registry = FunctionRegistry.builder().extensionDirectory(extensions).build();
  }

  private static void compile(Path target, Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units =
        sources.entrySet().stream()
            .map(source -> (JavaFileObject) new Source(source.getKey(), source.getValue()))
            .toList();
    List<String> options =
        List.of(
            "--release",
            "8",
            "-nowarn",
            "-proc:none",
            "-d",
            target.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    java.io.StringWriter log = new java.io.StringWriter();
    boolean compiled = compiler.getTask(log, null, null, options, null, units).call();
    assertThat(compiled).as(log.toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  private static Object call(List<SqlType> types, Map<String, ?> config, Object... values) {
    ScalarFunction greet = registry.requireScalar(Identifier.of("GREET"));
    List<SqlArgument> arguments = types.stream().map(SqlArgument::of).toList();
    return greet.bind(greet.resolve(Span.NONE, arguments).signature(), config).call(values);
  }

  @Test
  void callsAScalarFunction() {
    List<SqlType> text = List.of(SqlTypes.STRING);
    assertThat(call(text, Map.of(), "World")).isEqualTo("Hello World");
    assertThat(call(text, Map.of("ksql.functions.greet.word", "Salü"), "World"))
        .isEqualTo("Salü World");
  }

  @Test
  void convertsStructsAlsoWhereTheTypeIsAVariable() {
    SqlStruct type =
        SqlTypes.struct().field("TEXT", SqlTypes.STRING).field("SIZE", SqlTypes.INTEGER).build();
    StructValue struct = new StructValue(type, "a", 3);
    assertThat(call(List.of(SqlTypes.STRING, SqlTypes.INTEGER), Map.of(), "a", 3))
        .isEqualTo(struct);
    assertThat(call(List.of(type, SqlTypes.BOOLEAN), Map.of(), struct, true))
        .isEqualTo(Arrays.asList(struct, struct));
  }

  @Test
  void callsAnAggregateFunction() {
    AggregateFunction weighted = registry.requireAggregate(Identifier.of("weighted"));
    ResolvedAggregate resolved =
        weighted.resolve(
            Span.NONE,
            List.of(
                AggregateArgument.column(SqlArgument.of(SqlTypes.DOUBLE)),
                AggregateArgument.column(SqlArgument.of(SqlTypes.INTEGER))));
    AggregateCall call = weighted.bind(resolved, Map.of());
    Object state = call.aggregate(new Object[] {1.5, 4}, call.initialize());
    assertThat(call.map(state)).isEqualTo(6.0);
    assertThat(call.map(call.undo(new Object[] {1.0, 2}, state))).isEqualTo(4.0);
  }

  @Test
  void loadsFunctionsThatStandInTheServersPackages() {
    TableFunction repeated = registry.requireTable(Identifier.of("repeated"));
    ResolvedCall call = repeated.resolve(Span.NONE, List.of(SqlArgument.of(SqlTypes.INTEGER)));
    assertThat(repeated.bind(call.signature(), Map.of()).call(new Object[] {2}))
        .isEqualTo(List.of("x", "x"));
  }

  @Test
  void loadsTheClassesOfTheJarBeforeTheServers() {
    assertThat(call(List.of(SqlTypes.BOOLEAN), Map.of(), true)).isEqualTo("the jar's");
  }

  @Test
  void readsSchemasThatWereOneText() {
    AggregateFunction old = registry.requireAggregate(Identifier.of("old"));
    SqlStruct type =
        SqlTypes.struct()
            .field("A", SqlTypes.INTEGER)
            .field("B", SqlTypes.array(SqlTypes.INTEGER))
            .build();
    ResolvedAggregate resolved =
        old.resolve(Span.NONE, List.of(AggregateArgument.column(SqlArgument.of(type))));
    Object[] row = {new StructValue(type, 3, List.of())};
    assertThat(old.bind(resolved, Map.of()).aggregate(row, 1L)).isEqualTo(4L);
  }

  @Test
  void describesWhereAFunctionCameFrom() {
    FunctionDescription about = registry.requireScalar(Identifier.of("greet")).about();
    assertThat(about.origin()).endsWith("mine.jar");
    assertThat(about.isInternal()).isFalse();
    assertThat(about.author()).isEqualTo("A. Nonym");
  }

  @Test
  void reportsWhatCannotBeLoaded() {
    assertThat(registry.rejected())
        .anyMatch(r -> r.place().endsWith("broken.jar"))
        .anyMatch(r -> r.place().equals("my.functions.Greet.odd") && r.reason().contains("Thread"))
        .anyMatch(r -> r.place().equals("my.functions.Word") && r.reason().contains("SELECT"));
    assertThat(registry.rejected()).hasSize(3);
  }

  @Test
  void numbersParametersThatHaveNoNames() {
    assertThat(call(List.of(SqlTypes.BIGINT), Map.of(), 7L)).isEqualTo("7");
    assertThat(registry.requireScalar(Identifier.of("greet")).overloads())
        .anySatisfy(
            overload -> {
              assertThat(overload.description()).isEqualTo("without names");
              assertThat(overload.parameters().get(0).name()).isEqualTo("arg1");
            });
  }

  @Test
  void keepsFunctionsFromForbiddenClasses() {
    assertThatThrownBy(() -> call(List.of(SqlTypes.DATE), Map.of(), new java.sql.Date(0)))
        .hasMessageContaining("java.lang.ProcessBuilder");
  }

  @Test
  void hasNoFunctionsWithoutADirectory() {
    assertThat(
            FunctionRegistry.builder()
                .extensionDirectory(directory.resolve("nowhere"))
                .build()
                .all())
        .isEmpty();
  }
}
