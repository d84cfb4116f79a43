package io.confluent.ksql.rest.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import org.slf4j.Logger;

/**
 * Logback as the launchers of servers choose it. Reading {@code config/logback-server.xml} takes a
 * sixth of a start, so as long as that file is as it was shipped, what it says is done without
 * reading it. Any other configuration is left to Logback.
 */
public final class ServerLogging extends LogbackServiceProvider {
  /** Of the file that this class repeats; a test compares both. */
  static final long SHIPPED_CHECKSUM = 0xa93a_2728L;

  private static final String CONFIGURATION_FILE = "logback.configurationFile";
  private static final String LOG_DIRECTORY = "ksql.log.dir";

  private static final Map<String, Level> LEVELS =
      Map.of(
          Logger.ROOT_LOGGER_NAME,
          Level.INFO,
          "io.confluent.ksql",
          Level.INFO,
          "io.confluent.ksql.function.udf.ml",
          Level.INFO,
          "org.apache.kafka",
          Level.WARN,
          "kafka",
          Level.WARN,
          "state.change.logger",
          Level.WARN,
          "io.netty",
          Level.WARN,
          "io.vertx",
          Level.WARN);

  @Override
  public void initialize() {
    if (!isAsShipped(System.getProperty(CONFIGURATION_FILE))) {
      super.initialize();
      return;
    }
    LoggerContext context = (LoggerContext) getLoggerFactory();
    context.setName("default");
    context.setMDCAdapter(getMDCAdapter());
    configure(context, System.getProperty(LOG_DIRECTORY, "logs"));
    context.start();
  }

  private static boolean isAsShipped(String file) {
    try {
      return file != null && checksum(Path.of(file)) == SHIPPED_CHECKSUM;
    } catch (IOException | InvalidPathException e) {
      // Logback takes URLs and names on the class path too, and says what is wrong with them.
      return false;
    }
  }

  static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return checksum.getValue();
  }

  /** Does what the shipped file says. */
  static void configure(LoggerContext context, String directory) {
    LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file(context, directory));
    context.getLogger("io.confluent.ksql").addAppender(terminal(context));
  }

  private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, String directory) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("FILE");
    file.setFile(directory + "/ksql-server.log");
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setFileNamePattern(directory + "/ksql-server.%d{yyyy-MM-dd}.%i.log");
    policy.setMaxFileSize(new FileSize(50 * FileSize.MB_COEFFICIENT));
    policy.setMaxHistory(14);
    policy.setTotalSizeCap(new FileSize(500 * FileSize.MB_COEFFICIENT));
    policy.setParent(file);
    policy.start();
    file.setRollingPolicy(policy);
    file.setEncoder(
        encoder(
            context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %msg%n"));
    file.start();
    return file;
  }

  private static ConsoleAppender<ILoggingEvent> terminal(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> terminal = new ConsoleAppender<>();
    terminal.setContext(context);
    terminal.setName("TERMINAL");
    terminal.setTarget("System.err");
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setContext(context);
    warnings.setLevel("WARN");
    warnings.start();
    terminal.addFilter(warnings);
    terminal.setEncoder(encoder(context, "%-5level %msg%nopex%n"));
    terminal.start();
    return terminal;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }
}
