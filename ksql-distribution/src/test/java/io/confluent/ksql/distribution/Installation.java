package io.confluent.ksql.distribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** An installation with our launchers, and with whatever Java and jars a test wants. */
record Installation(Path home) {
  /** The tree that these tests are part of. */
  static final Path SOURCES = Path.of("").toAbsolutePath().getParent();

  /** As unpacked from the archive, with one jar that holds one class. */
  static Installation unpacked(Path home) throws IOException {
    Installation installation = sources(home);
    Files.createDirectories(home.resolve("lib"));
    writeJar(home.resolve("lib/ksql-test-0.1.0.jar"), ShowLaunch.class);
    return installation;
  }

  /** As cloned, with nothing built. */
  static Installation sources(Path home) throws IOException {
    Files.createDirectories(home);
    for (String directory : List.of("bin", "config")) {
      copyFiles(SOURCES.resolve(directory), Files.createDirectories(home.resolve(directory)));
    }
    return new Installation(home);
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void writeJar(Path jar, Class<?> type) throws IOException {
    String entry = type.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        var in = type.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
  }

  /**
   * A JDK whose java prints its arguments, one a line, or does what a script says.
   *
   * @param version what it says of itself in its release file; empty for no such file
   */
  static Path fakeJdk(Path home, String version, String script) throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/usr/bin/env bash\n" + script + "\n");
    if (!java.toFile().setExecutable(true)) {
      throw new IOException(java + " cannot be made executable");
    }
    if (!version.isEmpty()) {
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }
    return home;
  }

  Path launcher(String name) {
    return home.resolve("bin").resolve(name);
  }

  Path logs() {
    return home.resolve("logs");
  }
}
