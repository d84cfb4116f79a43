package io.confluent.ksql.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The project as it lies on disk: its modules, their sources and what was compiled of them. */
public final class SourceTree {
  /** The directory of the root pom, seen from the module whose tests run. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final JavaClasses MAIN_CLASSES =
      new ClassFileImporter()
          .importPaths(
              modules().stream()
                  .map(module -> ROOT.resolve(module).resolve("target/classes"))
                  .filter(Files::isDirectory)
                  .toList());

  private SourceTree() {}

  /** The modules that the root pom lists, in its order. */
  public static List<String> modules() {
    Element list = elements(pom(ROOT).getElementsByTagName("modules")).get(0);
    return elements(list.getElementsByTagName("module")).stream()
        .map(Element::getTextContent)
        .toList();
  }

  /** The main classes of all modules, read once. */
  public static JavaClasses mainClasses() {
    return MAIN_CLASSES;
  }

  /** The main source files of all modules. */
  public static List<Path> mainSources() {
    return modules().stream()
        .map(module -> ROOT.resolve(module).resolve("src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(directory -> filesIn(directory).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document pom(Path directory) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(directory.resolve("pom.xml").toFile());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("The pom.xml of " + directory + " cannot be read.", e);
    }
  }

  static List<Element> elements(NodeList nodes) {
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(nodes::item)
        .map(Element.class::cast)
        .toList();
  }

  private static List<Path> filesIn(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
