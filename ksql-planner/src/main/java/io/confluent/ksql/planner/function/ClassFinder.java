package io.confluent.ksql.planner.function;

import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Lists the classes that carry an annotation of functions, in a jar or a directory. The class files
 * are only searched for the annotation's name; nothing is loaded.
 */
final class ClassFinder {
  private static final String SUFFIX = ".class";
  private static final List<byte[]> ANNOTATIONS =
      Stream.of("udf/UdfDescription;", "udaf/UdafDescription;", "udtf/UdtfDescription;")
          .map(name -> ("Lio/confluent/ksql/function/" + name).getBytes(StandardCharsets.US_ASCII))
          .toList();

  private ClassFinder() {}

  /** Names of the annotated classes of a jar, sorted. */
  static List<String> inJar(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return inJar(file, "");
    }
  }

  /** Names of the annotated classes in the package of a class and those below it, sorted. */
  static List<String> inPackageOf(Class<?> anchor) {
    String folder = anchor.getPackageName().replace('.', '/') + "/";
    URL url = anchor.getResource(anchor.getSimpleName() + SUFFIX);
    if (url == null) {
      throw new KsqlException("The class file of " + anchor.getName() + " cannot be found.");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection connection) {
        connection.setUseCaches(false);
        try (JarFile file = connection.getJarFile()) {
          return inJar(file, folder);
        }
      }
      return inDirectory(Path.of(url.toURI()).getParent(), folder);
    } catch (IOException | URISyntaxException e) {
      throw new KsqlException("The classes beside " + anchor.getName() + " cannot be listed.", e);
    }
  }

  private static List<String> inJar(JarFile file, String folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (JarEntry entry : Collections.list(file.entries())) {
      String name = entry.getName();
      if (name.endsWith(SUFFIX) && name.startsWith(folder) && !name.startsWith("META-INF/")) {
        try (InputStream in = file.getInputStream(entry)) {
          if (isAnnotated(in.readAllBytes())) {
            names.add(className(name));
          }
        }
      }
    }
    Collections.sort(names);
    return names;
  }

  private static List<String> inDirectory(Path directory, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      if (isAnnotated(Files.readAllBytes(file))) {
        names.add(className(folder + directory.relativize(file).toString().replace('\\', '/')));
      }
    }
    return names;
  }

  private static String className(String file) {
    return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
  }

  private static boolean isAnnotated(byte[] classFile) {
    return ANNOTATIONS.stream().anyMatch(name -> contains(classFile, name));
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      int j = 0;
      while (j < part.length && bytes[i + j] == part[j]) {
        j++;
      }
      if (j == part.length) {
        return true;
      }
    }
    return false;
  }
}
