package io.confluent.ksql.benchmarks.scoring;

import hex.genmodel.GenModel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** H2O's model as source of Java, compiled in this process. */
final class CompiledModel {
  private CompiledModel() {}

  static Class<? extends GenModel> of(Path source) throws IOException, ClassNotFoundException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("A JDK is needed to compile a model; this is a JRE.");
    }
    Path directory = source.toAbsolutePath().getParent();
    List<String> options =
        List.of("-nowarn", "-proc:none", "-d", directory.toString(), "-cp", classPath());
    int result = compiler.run(null, System.out, System.err, concat(options, source.toString()));
    if (result != 0) {
      throw new IllegalStateException("The model " + source + " could not be compiled.");
    }
    String name = source.getFileName().toString().replace(".java", "");
    // Stays open: classes of the model are loaded while it scores.
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, CompiledModel.class.getClassLoader());
    return Class.forName(name, true, loader).asSubclass(GenModel.class);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static String[] concat(List<String> options, String file) {
    String[] all = options.toArray(new String[options.size() + 1]);
    all[options.size()] = file;
    return all;
  }
}
