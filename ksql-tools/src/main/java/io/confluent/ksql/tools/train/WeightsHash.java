package io.confluent.ksql.tools.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * SHA-256 of what a deep-learning MOJO computes with: the lines of its {@code model.ini} that hold
 * sizes, weights, biases and standardisation, in the order in which they stand there, each with a
 * line feed.
 */
public final class WeightsHash {
  private static final String FILE = "model.ini";

  private WeightsHash() {}

  /** The hash of a MOJO's weights, in hexadecimal. */
  public static String of(byte[] mojo) {
    MessageDigest digest = sha256();
    ini(mojo)
        .lines()
        .filter(WeightsHash::isWeights)
        .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static boolean isWeights(String line) {
    return line.startsWith("norm_mul ")
        || line.startsWith("norm_sub ")
        || line.startsWith("neural_network_sizes ")
        || line.startsWith("weight_layer")
        || line.startsWith("bias_layer");
  }

  private static String ini(byte[] mojo) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(mojo))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(FILE)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("no " + FILE + " in the zip");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
