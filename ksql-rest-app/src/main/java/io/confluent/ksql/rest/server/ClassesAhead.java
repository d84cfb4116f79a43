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
  private final ClassLoader loader;

  ClassesAhead(List<String> withoutPrefixes, ClassLoader loader) {
    this.withoutPrefixes = List.copyOf(withoutPrefixes);
    this.loader = loader;
  }

  /** Begins with those of a server that starts its own Kafka; does nothing without a list. */
  public static void ofEverything() {
    begin(List.of());
  }

  /** Begins with those of a server beside a Kafka that runs; does nothing without a list. */
  static void ofServer() {
    begin(OF_EMBEDDED_PARTS);
  }

  private static void begin(List<String> withoutPrefixes) {
    String list = System.getProperty(LIST);
    if (list == null) {
      return;
    }
    ClassesAhead classes = new ClassesAhead(withoutPrefixes, ClassesAhead.class.getClassLoader());
    Thread thread = new Thread(() -> prepare(classes, Path.of(list)), "ksql-classes-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private static void prepare(ClassesAhead classes, Path list) {
    // Takes as long as hundreds of classes, and the first client of Kafka registers metrics there.
    ManagementFactory.getPlatformMBeanServer();
    classes.load(list);
  }

  void load(Path list) {
    List<String> names;
    try {
      names = Files.readAllLines(list, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Each is loaded when it is needed.
      return;
    }
    for (String name : names) {
      if (isWanted(name)) {
        load(name);
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

  private void load(String name) {
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever really needs it hears of it then.
    }
  }
}
