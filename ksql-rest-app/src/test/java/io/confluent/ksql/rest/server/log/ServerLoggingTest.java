package io.confluent.ksql.rest.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.util.introspection.FieldSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLoggingTest {
  private static final Path SHIPPED = Path.of("../config/logback-server.xml");

  @TempDir Path directory;
  private final LoggerContext ours = new LoggerContext();
  private final LoggerContext logbacks = new LoggerContext();

  @BeforeEach
  void configureBoth() throws Exception {
    ours.setMDCAdapter(new LogbackMDCAdapter());
    ServerLogging.configure(ours, directory.resolve("ours").toString());
    logbacks.setMDCAdapter(new LogbackMDCAdapter());
    logbacks.putProperty("ksql.log.dir", directory.resolve("logbacks").toString());
    JoranConfigurator joran = new JoranConfigurator();
    joran.setContext(logbacks);
    joran.doConfigure(SHIPPED.toFile());
  }

  @AfterEach
  void stopBoth() {
    ours.stop();
    logbacks.stop();
  }

  @Test
  void doesWhatTheShippedFileSays() {
    assertThat(described(ours, "ours")).isEqualTo(described(logbacks, "logbacks"));
  }

  @Test
  void knowsTheFileAsItIsShipped() throws Exception {
    assertThat(ServerLogging.checksum(SHIPPED))
        .as("whoever changes %s changes ServerLogging as well, and this number", SHIPPED)
        .isEqualTo(ServerLogging.SHIPPED_CHECKSUM);
  }

  @Test
  void logsToTheFile() throws Exception {
    ours.getLogger("io.confluent.ksql.Some").info("what happened");
    assertThat(directory.resolve("ours/ksql-server.log")).content().contains("what happened");
  }

  /** Levels and appenders of the loggers that have any, and all that was set of these. */
  private Map<String, Object> described(LoggerContext context, String name) {
    Map<String, Object> loggers = new TreeMap<>();
    for (Logger logger : context.getLoggerList()) {
      List<Object> appenders = new ArrayList<>();
      logger.iteratorForAppenders().forEachRemaining(each -> appenders.add(appender(each)));
      if (logger.getLevel() != null || !appenders.isEmpty()) {
        loggers.put(logger.getName(), List.of(logger.getLevel(), logger.isAdditive(), appenders));
      }
    }
    return Map.of("loggers", loggers.toString().replace(directory.resolve(name).toString(), "DIR"));
  }

  private static List<Object> appender(Object appender) {
    OutputStreamAppender<ILoggingEvent> stream = stream(appender);
    List<Object> described = new ArrayList<>();
    described.add(stream.getClass().getName() + " " + stream.getName() + " " + stream.isStarted());
    described.add(((PatternLayoutEncoder) stream.getEncoder()).getPattern());
    described.add(stream.isImmediateFlush());
    for (var filter : stream.getCopyOfAttachedFiltersList()) {
      described.add(filter.getClass().getName() + " " + filter.isStarted());
      described.add(FieldSupport.extraction().fieldValue("level", Level.class, filter));
    }
    if (stream instanceof ConsoleAppender<ILoggingEvent> console) {
      described.add(console.getTarget());
    }
    if (stream instanceof RollingFileAppender<ILoggingEvent> file) {
      SizeAndTimeBasedRollingPolicy<?> policy =
          (SizeAndTimeBasedRollingPolicy<?>) file.getRollingPolicy();
      described.add(file.getFile());
      described.add(file.isAppend());
      described.add(file.getTriggeringPolicy() == policy);
      described.add(policy.getFileNamePattern());
      described.add(policy.getMaxHistory());
      for (String field : List.of("maxFileSize", "totalSizeCap")) {
        FileSize size = FieldSupport.extraction().fieldValue(field, FileSize.class, policy);
        described.add(size.getSize());
      }
    }
    return described;
  }

  @SuppressWarnings("unchecked")
  private static OutputStreamAppender<ILoggingEvent> stream(Object appender) {
    return (OutputStreamAppender<ILoggingEvent>) appender;
  }
}
