package io.confluent.ksql.embedded;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The directory in which a broker keeps its topics, held by one process at a time. The operating
 * system lets go of it when the process ends, however it ends.
 */
final class BrokerStorage implements AutoCloseable {
  private static final String LOG_DIRECTORY = "kafka";
  private static final String LOCK_FILE = "kafka.lock";

  private final Path logDirectory;
  private final FileChannel lockFile;

  private BrokerStorage(Path logDirectory, FileChannel lockFile) {
    this.logDirectory = logDirectory;
    this.lockFile = lockFile;
  }

  /**
   * Takes hold of a data directory; creates and formats it if that has not been done.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be used
   */
  static BrokerStorage open(Path dataDirectory, int nodeId) {
    Path directory = dataDirectory.toAbsolutePath().normalize();
    if (directory.toString().indexOf(',') >= 0) {
      // Kafka reads its directory setting as a list.
      throw unusable(directory, "Kafka cannot have a comma in the name of its directory.", null);
    }
    try {
      Files.createDirectories(directory);
      FileChannel lockFile = lock(directory);
      try {
        Path logDirectory = directory.resolve(LOG_DIRECTORY);
        formatOnce(directory, logDirectory, nodeId);
        return new BrokerStorage(logDirectory, lockFile);
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(directory, e.toString(), e);
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!tryLock(channel)) {
      channel.close();
      throw Diagnostic.error(
              ErrorCode.KAFKA, "The data directory %s is in use by another server.", directory)
          .hint("Stop that server, or give this one a directory of its own with --data-dir.")
          .toException();
    }
    return channel;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Formats beside the final place and renames, so that a process killed in between leaves nothing
   * that looks formatted but is not.
   */
  private static void formatOnce(Path directory, Path logDirectory, int nodeId) throws IOException {
    if (Files.exists(logDirectory.resolve("meta.properties"))) {
      return;
    }
    if (Files.exists(logDirectory)) {
      throw unusable(directory, logDirectory + " exists, but Kafka did not make it.", null);
    }
    Path unfinished = directory.resolve(LOG_DIRECTORY + ".formatting");
    deleteTree(unfinished);
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setNodeId(nodeId)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
            .setMetadataLogDirectory(unfinished.toString())
            .setDirectories(List.of(unfinished.toString()));
    try {
      formatter.run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    Files.move(unfinished, logDirectory, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static RuntimeException unusable(Path directory, String reason, Throwable cause) {
    return Diagnostic.error(
            ErrorCode.KAFKA, "The data directory %s cannot be used: %s", directory, reason)
        .hint("Give another directory with --data-dir.")
        .toException(cause);
  }

  /** Where the topics are; formatted. */
  Path logDirectory() {
    return logDirectory;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
