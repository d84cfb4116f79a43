package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of two readings, small enough to be scored by hand, in place of the bundled one. */
class OtherModelTest {
  /** Gives back half of each reading. */
  private static final String POJO =
      """
      import hex.ModelCategory;
      import hex.genmodel.GenModel;

      public class Halves extends GenModel {
        public Halves() { super(new String[] {"a", "b"}, new String[2][], null); }
        public ModelCategory getModelCategory() { return ModelCategory.AutoEncoder; }
        public boolean isSupervised() { return false; }
        public int nfeatures() { return 2; }
        public int nclasses() { return 2; }
        public int getPredsSize() { return 2; }
        public String getUUID() { return "1"; }
        public double[] score0(double[] data, double[] preds) {
          preds[0] = data[0] / 2;
          preds[1] = data[1] / 2;
          return preds;
        }
      }
      """;

  /** Weights of nothing: gives back 1 and 1, the means of its training, whatever it is given. */
  private static final String MOJO =
      """
      [info]
      h2o_version = 3.44.0.1
      mojo_version = 1.10
      license = Apache License Version 2.0
      algo = deeplearning
      algorithm = Deep Learning
      endianness = LITTLE_ENDIAN
      category = AutoEncoder
      uuid = 1
      supervised = false
      n_features = 2
      n_classes = 1
      n_columns = 2
      n_domains = 0
      balance_classes = false
      default_threshold = 0.5
      prior_class_distrib = null
      model_class_distrib = null
      mini_batch_size = 1
      nums = 2
      cats = 0
      cat_offsets = [0]
      norm_mul = [1.0, 1.0]
      norm_sub = [1.0, 1.0]
      norm_resp_mul = null
      norm_resp_sub = null
      use_all_factor_levels = true
      activation = Tanh
      distribution = gaussian
      mean_imputation = true
      neural_network_sizes = [2, 1, 2]
      weight_layer0 = [0.0, 0.0]
      bias_layer0 = [0.0]
      weight_layer1 = [0.0, 0.0]
      bias_layer1 = [0.0, 0.0]
      hidden_dropout_ratios = [0.0, 0.0]
      _genmodel_encoding = AUTO
      _orig_projection_array = null

      [columns]
      a
      b

      [domains]
      """;

  @TempDir Path directory;

  @Test
  void aPojoScores() throws Exception {
    assertThat(score(pojo(), "2#4")).isEqualTo((1.0 * 1 + 2 * 2) / 2);
  }

  @Test
  void aMojoScores() throws Exception {
    assertThat(score(mojo(), "2#4")).isEqualTo((1.0 * 1 + 3 * 3) / 2);
  }

  @Test
  void aModelHasANameOfItsOwn() throws Exception {
    Map<String, String> named =
        Map.of("KSQL_OPTS", "-Dksql.functions.detectAnomaly.model=" + mojo());
    try (ServerProcess server = ServerProcess.start(Ports.free(), directory, named)) {
      server.execute(
          "CREATE STREAM car_engine (sensor_id VARCHAR, sensor_values VARCHAR)"
              + " WITH (kafka_topic='car_engine', value_format='JSON', partitions=1);"
              + " INSERT INTO car_engine VALUES ('s1', '2#4');"
              + " CREATE STREAM AnomalyDetection AS"
              + " SELECT sensor_id, detectAnomaly(sensor_values) AS score FROM car_engine;");
      List<Object> row =
          server.rows("SELECT sensor_id, score FROM AnomalyDetection EMIT CHANGES LIMIT 1;").get(0);
      assertThat(row.get(0)).isEqualTo("s1");
      assertThat(((Number) row.get(1)).doubleValue()).isEqualTo(5);
      assertThat(server.execute("SHOW FUNCTIONS; DESCRIBE FUNCTION detectAnomaly;").toString())
          .contains("DETECTANOMALY")
          .contains("model.zip")
          .contains("unknown, so nothing is flagged");
    }
  }

  @Test
  void aModelThatIsNotThereStopsTheStart() throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(Ports.free(), directory, model(directory.resolve("none.zip")))) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.errors()).contains("none.zip");
    }
  }

  private double score(Path model, String readings) throws Exception {
    try (ServerProcess server = ServerProcess.start(Ports.free(), directory, model(model))) {
      server.execute(
          "CREATE STREAM readings (id INTEGER, reading VARCHAR)"
              + " WITH (kafka_topic='readings', value_format='JSON', partitions=1);"
              + " INSERT INTO readings (id, reading) VALUES (1, '"
              + readings
              + "');");
      List<List<Object>> rows =
          server.rows("SELECT ANOMALY(reading) FROM readings EMIT CHANGES LIMIT 1;");
      return ((Number) rows.get(0).get(0)).doubleValue();
    }
  }

  private static Map<String, String> model(Path file) {
    return Map.of("KSQL_OPTS", "-Dksql.functions.anomaly.model=" + file);
  }

  private Path mojo() throws IOException {
    return zip("model.zip", Map.of("model.ini", MOJO.getBytes(StandardCharsets.UTF_8)));
  }

  private Path pojo() throws IOException {
    Path source = Files.writeString(directory.resolve("Halves.java"), POJO);
    Path classes = Files.createDirectories(directory.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                classPath,
                "-proc:none",
                "-d",
                classes.toString(),
                source.toString());
    assertThat(failed).isZero();
    try (Stream<Path> files = Files.list(classes)) {
      List<Path> compiled = files.toList();
      assertThat(compiled).hasSize(1);
      return zip(
          "model.jar",
          Map.of(compiled.get(0).getFileName().toString(), Files.readAllBytes(compiled.get(0))));
    }
  }

  private Path zip(String name, Map<String, byte[]> files) throws IOException {
    Path zip = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue());
      }
    }
    return zip;
  }
}
