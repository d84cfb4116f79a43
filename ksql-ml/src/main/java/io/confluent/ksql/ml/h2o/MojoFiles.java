package io.confluent.ksql.ml.h2o;

import hex.genmodel.MojoReaderBackend;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a MOJO, unpacked into memory within limits, so that a zip bomb stays small. */
final class MojoFiles implements MojoReaderBackend {
  static final int MAX_FILES = 10_000;
  static final int MAX_UNPACKED_BYTES = 256 << 20;

  private final Map<String, byte[]> files;

  private MojoFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  static MojoFiles read(InputStream in, String origin) throws IOException {
    return read(in, origin, MAX_UNPACKED_BYTES);
  }

  static MojoFiles read(InputStream in, String origin, int maxBytes) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    int left = maxBytes;
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.isDirectory()) {
        continue;
      }
      byte[] content = zip.readNBytes(left + 1);
      left -= content.length;
      if (left < 0 || files.size() == MAX_FILES) {
        throw Diagnostic.error(
                ErrorCode.MODEL,
                "The model %s is larger than %d files or %d bytes unpacked.",
                origin,
                MAX_FILES,
                maxBytes)
            .toException();
      }
      files.put(entry.getName(), content);
    }
    return new MojoFiles(files);
  }

  @Override
  public BufferedReader getTextFile(String name) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new ByteArrayInputStream(getBinaryFile(name)), StandardCharsets.UTF_8));
  }

  @Override
  public byte[] getBinaryFile(String name) throws IOException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return content;
  }

  @Override
  public boolean exists(String name) {
    return files.containsKey(name);
  }
}
