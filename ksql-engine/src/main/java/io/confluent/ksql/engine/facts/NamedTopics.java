package io.confluent.ksql.engine.facts;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AlterSource;
import io.confluent.ksql.parser.ast.AssertTopic;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.DropSource;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.Relation;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The topics that the statements of a script name, directly or by a stream or table. */
final class NamedTopics {
  private final Catalog catalog;
  private final String prefix;
  private final Set<String> all = new HashSet<>();
  private final Map<String, String> madeInScript = new HashMap<>();

  NamedTopics(Catalog catalog, String prefix) {
    this.catalog = catalog;
    this.prefix = prefix;
  }

  /** All that were named so far. */
  Set<String> all() {
    return all;
  }

  /** The topic of a stream or table, if it is known. */
  Optional<String> topicOf(String source) {
    String made = madeInScript.get(source);
    return made != null ? Optional.of(made) : catalog.source(source).map(Source::topic);
  }

  void add(Statement statement) {
    if (statement instanceof CreateSource create) {
      made(create.name(), topicName(create.with()).orElse(create.name().text()));
    } else if (statement instanceof CreateAsSelect create) {
      made(create.name(), topicName(create.with()).orElse(prefix + create.name().text()));
      add(create.query().from());
    } else if (statement instanceof InsertSelect insert) {
      source(insert.target());
      add(insert.query().from());
    } else if (statement instanceof InsertValues insert) {
      source(insert.target());
    } else if (statement instanceof DropSource drop) {
      source(drop.name());
    } else if (statement instanceof AlterSource alter) {
      source(alter.name());
    } else if (statement instanceof Query query) {
      // Only a join looks at topics: whether they have as many partitions.
      if (query.from() instanceof Join) {
        add(query.from());
      }
    } else if (statement instanceof Print print) {
      all.add(print.topic().text());
    } else if (statement instanceof AssertTopic assertTopic) {
      all.add(assertTopic.topic().text());
    }
  }

  private void add(Relation relation) {
    if (relation instanceof Join join) {
      add(join.left());
      add(join.right());
    } else if (relation instanceof AliasedSource source) {
      source(source.source());
    }
  }

  private void source(Identifier name) {
    topicOf(name.text()).ifPresent(all::add);
  }

  private void made(Identifier name, String topic) {
    source(name);
    madeInScript.put(name.text(), topic);
    all.add(topic);
  }

  private static Optional<String> topicName(Properties with) {
    return with.get("KAFKA_TOPIC")
        .map(property -> property.value().value())
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
