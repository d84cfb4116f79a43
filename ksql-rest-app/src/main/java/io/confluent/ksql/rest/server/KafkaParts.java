package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.command.CommandLog;
import io.confluent.ksql.engine.command.InMemoryCommandLog;
import io.confluent.ksql.engine.command.KafkaCommandLog;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.log.KafkaProcessingLog;
import io.confluent.ksql.engine.query.KafkaQueryRunner;
import io.confluent.ksql.engine.query.QueryEnvironment;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.topics.KafkaCalls;
import io.confluent.ksql.engine.topics.KafkaClients;
import io.confluent.ksql.engine.topics.KafkaRecordWriter;
import io.confluent.ksql.engine.topics.KafkaTopicTail;
import io.confluent.ksql.engine.topics.KafkaTopics;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistrySettings;
import io.confluent.ksql.setting.Settings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the parts of a server on a Kafka cluster, and closes them again. */
final class KafkaParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaParts.class);

  private final Settings settings;
  private final Supplier<ServerPreparation.Loaded> loaded;
  private final KafkaClients clients;
  private final String serviceId;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /**
   * Parts that have not been opened.
   *
   * @param loaded waits for what is loaded meanwhile
   */
  KafkaParts(Settings settings, Supplier<ServerPreparation.Loaded> loaded) {
    this.settings = settings;
    this.loaded = loaded;
    this.clients = new KafkaClients(settings.given());
    this.serviceId = settings.get(EngineSettings.SERVICE_ID);
    if (settings.get(EngineSettings.BOOTSTRAP_SERVERS).isEmpty()) {
      throw Diagnostic.error(ErrorCode.INVALID_SETTING, "The setting bootstrap.servers is missing.")
          .hint("Set it to the brokers of the Kafka cluster, for example 127.0.0.1:9092.")
          .toException();
    }
  }

  /** The settings of a node that runs a file of queries beside others. */
  Settings agreedSettings() {
    Admin admin = open(admin());
    clusterId(admin);
    return new FirstNodeSettings(
            settings,
            new KafkaTopics(admin),
            open(new KafkaRecordWriter(clients.producer())),
            KafkaTopicTail.on(clients.consumer()))
        .agreed();
  }

  /** An engine of its own, whose commands end with the process. */
  Engine headlessEngine() {
    Admin admin = open(admin());
    clusterId(admin);
    ProcessingLogTopic logTopic = new ProcessingLogTopic(settings);
    logTopic.create(new KafkaTopics(admin));
    FunctionRegistry functions = loaded.get().functions();
    Outside outside = outside(admin, loaded.get().formats());
    KafkaQueryRunner queries = open(queryRunner(admin, functions, outside, logTopic.name()));
    Engine engine = open(engine(new InMemoryCommandLog(), functions, outside, queries, rules()));
    engine.start();
    return engine;
  }

  private PropertyRules rules() {
    return new PropertyRules(KnownSettings.all(), settings.get(EngineSettings.DENIED_OVERRIDES));
  }

  /**
   * Opens everything, carries out the command log, and serves.
   *
   * @param threads of the HTTP side
   * @param neighboursAwaited waits for other servers that start now and that queries need
   */
  KsqlServer serve(Supplier<Vertx> threads, Runnable neighboursAwaited) {
    Admin admin = open(admin());
    String clusterId = clusterId(admin);
    CommandLog log =
        open(
            KafkaCommandLog.open(
                clients.both(),
                serviceId,
                settings.get(EngineSettings.INTERNAL_REPLICAS).shortValue(),
                admin));
    // A log that another program writes is to stop the start before anything else is made.
    log.readToEnd();
    ProcessingLogTopic logTopic = new ProcessingLogTopic(settings);
    // Waits for Kafka most of the time, and nothing is logged there before the engine starts.
    FutureTask<Void> logging =
        new FutureTask<>(() -> logTopic.create(new KafkaTopics(admin)), null);
    new Thread(logging, "ksql-processing-log-topic").start();
    FunctionRegistry functions = loaded.get().functions();
    Outside outside = outside(admin, loaded.get().formats());
    KafkaQueryRunner queries = open(queryRunner(admin, functions, outside, logTopic.name()));
    PropertyRules rules = rules();
    Engine engine = open(engine(log, functions, outside, queries, rules));
    ServerPreparation.made(logging);
    neighboursAwaited.run();
    engine.start();
    logTopic.createStream(engine);
    return KsqlServer.serve(
        new ServerParts(engine, queries, functions, outside, rules, settings),
        new ServerIdentity(ServerIdentity.releaseVersion(), clusterId, serviceId),
        List.of(this),
        threads.get());
  }

  private Admin admin() {
    try {
      return Admin.create(clients.admin());
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The Kafka cluster cannot be reached", e);
    }
  }

  private static String clusterId(Admin admin) {
    try {
      return KafkaCalls.get(admin.describeCluster().clusterId());
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The Kafka cluster cannot be reached", e);
    }
  }

  private Outside outside(Admin admin, Formats formats) {
    return new Outside(
        new KafkaTopics(admin),
        open(new KafkaRecordWriter(clients.producer())),
        KafkaTopicTail.on(clients.consumer()),
        formats,
        SchemaRegistrySettings.registry(settings));
  }

  private KafkaQueryRunner queryRunner(
      Admin admin, FunctionRegistry functions, Outside outside, String logTopic) {
    KafkaProcessingLog log =
        open(
            new KafkaProcessingLog(
                logTopic,
                new KafkaProducer<>(
                    clients.producer(), new ByteArraySerializer(), new ByteArraySerializer()),
                Clock.systemUTC()));
    return new KafkaQueryRunner(
        new QueryEnvironment(serviceId, functions, outside.formats(), outside.registry(), log),
        settings,
        admin);
  }

  private Engine engine(
      CommandLog log,
      FunctionRegistry functions,
      Outside outside,
      KafkaQueryRunner queries,
      PropertyRules rules) {
    return new Engine(
        log,
        new Planner(functions, new InstalledFormats(outside.formats())),
        outside,
        signature ->
            ((ScalarFunction) functions.require(signature)).bind(signature, settings.given()),
        queries,
        rules,
        settings);
  }

  private <T extends AutoCloseable> T open(T part) {
    opened.push(part);
    return part;
  }

  /** Closes everything, the last first. */
  @Override
  public void close() {
    for (AutoCloseable part : new ArrayList<>(opened)) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("A part of the server did not stop cleanly", e);
      }
    }
    opened.clear();
  }
}
