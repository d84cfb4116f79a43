package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassesAheadTest {
  private static final AtomicBoolean INITIALISED = new AtomicBoolean();

  @TempDir Path directory;
  private final Recording loader = new Recording();

  @Test
  void loadsInOrderAndInitialisesNothing() throws IOException {
    new ClassesAhead(List.of(), loader)
        .load(list("no.such.Thing", Watched.class.getName(), ClassesAheadTest.class.getName()));

    assertThat(loader.asked)
        .containsSubsequence(
            "no.such.Thing", Watched.class.getName(), ClassesAheadTest.class.getName());
    assertThat(INITIALISED).isFalse();
  }

  @Test
  void leavesOutWhatIsNotWanted() throws IOException {
    new ClassesAhead(List.of("io.confluent."), loader)
        .load(list(Watched.class.getName(), "java.util.List"));

    assertThat(loader.asked).contains("java.util.List").doesNotContain(Watched.class.getName());
  }

  @Test
  void doesNothingWithoutAList() {
    new ClassesAhead(List.of(), loader).load(directory.resolve("none"));

    assertThat(loader.asked).isEmpty();
  }

  private Path list(String... names) throws IOException {
    return Files.write(directory.resolve("start.list"), List.of(names));
  }

  /** A class that says when it is initialised. */
  private static final class Watched {
    static {
      INITIALISED.set(true);
    }
  }

  private static final class Recording extends ClassLoader {
    private final List<String> asked = new ArrayList<>();

    private Recording() {
      super(ClassesAheadTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name, resolve);
    }
  }
}
