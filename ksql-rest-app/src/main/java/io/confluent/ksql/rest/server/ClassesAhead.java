package io.confluent.ksql.rest.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads classes that a start will need before it needs them, on a thread of their own: loading is a
 * quarter of the work of a start, and most of a start is done by one thread. They are loaded only,
 * not initialised, which changes nothing but when it is done, and cannot come to a deadlock.
 */
public final class ClassesAhead {
  /** Where the launcher says which classes they are, in the order of their use. */
  static final String LIST = "ksql.start.classes";

  /** What a server beside a Kafka that runs has no use for. */
  private static final List<String> OF_EMBEDDED_PARTS =
      List.of(
          "kafka.",
          "scala.",
          "com.yammer.",
          "io.confluent.ksql.embedded.",
          "io.confluent.ksql.registry.",
          "org.apache.kafka.controller.",
          "org.apache.kafka.coordinator.",
          "org.apache.kafka.image.",
          "org.apache.kafka.metadata.",
          "org.apache.kafka.network.",
          "org.apache.kafka.raft.",
          "org.apache.kafka.server.",
          "org.apache.kafka.snapshot.",
          "org.apache.kafka.storage.");

  private final List<String> withoutPrefixes;

  private ClassesAhead(List<String> withoutPrefixes) {
    this.withoutPrefixes = withoutPrefixes;
  }

  /** Begins with those of a server that starts its own Kafka; does nothing without a list. */
  public static void ofEverything() {
    new ClassesAhead(List.of()).begin();
  }

  /** Begins with those of a server beside a Kafka that runs; does nothing without a list. */
  static void ofServer() {
    new ClassesAhead(OF_EMBEDDED_PARTS).begin();
  }

  private void begin() {
    String list = System.getProperty(LIST);
    if (list == null) {
      return;
    }
    Thread thread = new Thread(() -> load(Path.of(list)), "ksql-classes-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void load(Path list) {
    // Takes as long as hundreds of classes, and the first client of Kafka registers metrics there.
    ManagementFactory.getPlatformMBeanServer();
    List<String> names;
    try {
      names = Files.readAllLines(list, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return;
    }
    ClassLoader loader = ClassesAhead.class.getClassLoader();
    for (String name : names) {
      if (isWanted(name)) {
        load(name, loader);
      }
    }
  }

  private boolean isWanted(String name) {
    for (String prefix : withoutPrefixes) {
      if (name.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever really needs it hears of it then.
    }
  }
}
