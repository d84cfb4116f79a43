package io.confluent.ksql.ml.h2o;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** MOJOs of autoencoders with random weights, of any shape, written as H2O writes them. */
final class Mojos {
  private Mojos() {}

  /** The values of {@code [info]}; a test may change them before it packs them. */
  static Map<String, String> autoencoder(Random random, int... sizes) {
    int width = sizes[0];
    Map<String, String> info = new LinkedHashMap<>();
    info.put("h2o_version", "3.44.0.1");
    info.put("mojo_version", "1.10");
    info.put("license", "Apache License Version 2.0");
    info.put("algo", "deeplearning");
    info.put("algorithm", "Deep Learning");
    info.put("endianness", "LITTLE_ENDIAN");
    info.put("category", "AutoEncoder");
    info.put("uuid", "1");
    info.put("supervised", "false");
    info.put("n_features", String.valueOf(width));
    info.put("n_classes", "1");
    info.put("n_columns", String.valueOf(width));
    info.put("n_domains", "0");
    info.put("balance_classes", "false");
    info.put("default_threshold", "0.5");
    info.put("prior_class_distrib", "null");
    info.put("model_class_distrib", "null");
    info.put("mini_batch_size", "1");
    info.put("nums", String.valueOf(width));
    info.put("cats", "0");
    info.put("cat_offsets", "[0]");
    info.put("norm_mul", list(random.doubles(width, 0.1, 3).toArray()));
    info.put("norm_sub", list(random.doubles(width, -2, 8).toArray()));
    info.put("norm_resp_mul", "null");
    info.put("norm_resp_sub", "null");
    info.put("use_all_factor_levels", "true");
    info.put("activation", "Tanh");
    info.put("distribution", "gaussian");
    info.put("mean_imputation", "true");
    info.put("neural_network_sizes", Arrays.toString(sizes));
    for (int i = 0; i + 1 < sizes.length; i++) {
      // More digits than a float has: the way by which they are rounded must be H2O's.
      info.put("weight_layer" + i, list(random.doubles(sizes[i] * sizes[i + 1], -1, 1).toArray()));
      info.put("bias_layer" + i, list(random.doubles(sizes[i + 1], -1, 1).toArray()));
    }
    info.put("hidden_dropout_ratios", list(new double[sizes.length - 1]));
    info.put("_genmodel_encoding", "AUTO");
    info.put("_orig_projection_array", "null");
    return info;
  }

  /** The zip of such a model. */
  static byte[] pack(Map<String, String> info) {
    return zip(Map.of("model.ini", ini(info, "")));
  }

  /** The zip of such a model whose first column is a category. */
  static byte[] packWithCategory(Map<String, String> info) {
    info.put("n_domains", "1");
    info.put("cats", "1");
    String domain = "0: 2 d000.txt\n";
    return zip(Map.of("model.ini", ini(info, domain), "domains/d000.txt", "red\nblue\n"));
  }

  private static String ini(Map<String, String> info, String domains) {
    StringBuilder ini = new StringBuilder("[info]\n");
    info.forEach((key, value) -> ini.append(key).append(" = ").append(value).append('\n'));
    ini.append("\n[columns]\n");
    for (int i = 1; i <= Integer.parseInt(info.get("n_columns")); i++) {
      ini.append("C").append(i).append('\n');
    }
    return ini.append("\n[domains]\n").append(domains).toString();
  }

  /** A zip of files with their contents. */
  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The bundled model. */
  static byte[] bundled() throws IOException {
    try (InputStream in =
        Mojos.class.getResourceAsStream("/io/confluent/ksql/function/udf/ml/ecg-autoencoder.zip")) {
      return in.readAllBytes();
    }
  }

  /** Its files. */
  static MojoFiles files(byte[] zip) throws IOException {
    return MojoFiles.read(new ByteArrayInputStream(zip), "test");
  }

  private static String list(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
