package io.confluent.ksql.planner.function;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one jar of users' functions. What the jar brings comes before what the
 * server has, except for the engine's and Kafka's classes, which must be the same on both sides.
 */
final class ExtensionClassLoader extends URLClassLoader {
  private final ForbiddenClasses forbidden;

  static {
    registerAsParallelCapable();
  }

  ExtensionClassLoader(URL jar, ClassLoader server, ForbiddenClasses forbidden) {
    super(new URL[] {jar}, server);
    this.forbidden = forbidden;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (forbidden.contains(name)) {
      throw new ClassNotFoundException("Functions are not permitted to use the class " + name);
    }
    if (name.startsWith("java.")
        || name.startsWith("io.confluent.")
        || name.startsWith("org.apache.kafka.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : own(name, resolve);
    }
  }

  private Class<?> own(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return findClass(name);
    } catch (ClassNotFoundException e) {
      return super.loadClass(name, resolve);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }
}
