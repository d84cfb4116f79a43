package io.confluent.ksql.ml.h2o;

import hex.genmodel.GenModel;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.ml.Model;
import io.confluent.ksql.ml.ModelFile;
import io.confluent.ksql.ml.ModelFormat;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/**
 * H2O's POJO: a class of Java, compiled into a jar. Its code runs in the server, as that of any jar
 * of functions.
 */
public final class PojoFormat implements ModelFormat {
  private static final String CLASS_FILE = ".class";

  @Override
  public String name() {
    return "H2O POJO (.jar)";
  }

  @Override
  public boolean accepts(ModelFile file) {
    return file.hasExtension("jar");
  }

  // The loader stays open as long as the model: classes of the jar are loaded while it scores.
  @Override
  public Model load(ModelFile file) {
    URLClassLoader loader =
        new URLClassLoader(new URL[] {url(file)}, GenModel.class.getClassLoader());
    try {
      Class<? extends GenModel> type =
          file.className().isPresent()
              ? named(loader, file, file.className().get())
              : only(loader, file);
      return new GenModelAutoencoder(instances(type, file), file.toString());
    } catch (RuntimeException | LinkageError e) {
      close(loader, e);
      if (e instanceof LinkageError) {
        throw broken(file, e);
      }
      throw e;
    }
  }

  private static URL url(ModelFile file) {
    try {
      return file.path().toUri().toURL();
    } catch (MalformedURLException e) {
      throw broken(file, e);
    }
  }

  private static void close(URLClassLoader loader, Throwable reason) {
    try {
      loader.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static Class<? extends GenModel> named(
      ClassLoader loader, ModelFile file, String className) {
    try {
      Class<?> type = Class.forName(className, false, loader);
      if (isModel(type)) {
        return type.asSubclass(GenModel.class);
      }
    } catch (ClassNotFoundException e) {
      throw Diagnostic.error(ErrorCode.MODEL, "There is no class %s in %s.", className, file.path())
          .toException(e);
    }
    throw Diagnostic.error(
            ErrorCode.MODEL, "The class %s in %s is no H2O model.", className, file.path())
        .toException();
  }

  private static Class<? extends GenModel> only(ClassLoader loader, ModelFile file) {
    List<Class<? extends GenModel>> models = new ArrayList<>();
    for (String name : topLevelClasses(file)) {
      try {
        Class<?> type = Class.forName(name, false, loader);
        if (isModel(type)) {
          models.add(type.asSubclass(GenModel.class));
        }
      } catch (ClassNotFoundException e) {
        throw broken(file, e);
      }
    }
    if (models.size() != 1) {
      throw Diagnostic.error(
              ErrorCode.MODEL, "%d H2O models are in %s, one expected.", models.size(), file.path())
          .hint("Say which: " + file.path() + "!ClassName.")
          .toException();
    }
    return models.get(0);
  }

  private static List<String> topLevelClasses(ModelFile file) {
    try (JarFile jar = new JarFile(file.path().toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(CLASS_FILE))
          .filter(name -> name.indexOf('$') < 0 && name.indexOf('-') < 0)
          .map(name -> name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static boolean isModel(Class<?> type) {
    return GenModel.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
  }

  private static Supplier<GenModel> instances(Class<? extends GenModel> type, ModelFile file) {
    try {
      Constructor<? extends GenModel> constructor = type.getConstructor();
      return () -> instance(constructor, file);
    } catch (NoSuchMethodException e) {
      throw broken(file, e);
    }
  }

  private static GenModel instance(Constructor<? extends GenModel> constructor, ModelFile file) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw broken(file, e);
    }
  }

  private static RuntimeException broken(ModelFile file, Throwable reason) {
    return Diagnostic.error(ErrorCode.MODEL, "The model jar %s cannot be used.", file)
        .hint(String.valueOf(reason))
        .toException(reason);
  }
}
