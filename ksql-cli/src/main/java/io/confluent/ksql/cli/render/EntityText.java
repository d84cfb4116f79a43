package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.ConnectorCreated;
import io.confluent.ksql.rest.wire.ConnectorDescribed;
import io.confluent.ksql.rest.wire.ConnectorDropped;
import io.confluent.ksql.rest.wire.ConnectorPluginsList;
import io.confluent.ksql.rest.wire.ConnectorsList;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.FunctionDescribed;
import io.confluent.ksql.rest.wire.FunctionsList;
import io.confluent.ksql.rest.wire.OtherEntity;
import io.confluent.ksql.rest.wire.PropertiesList;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.QueryDescribed;
import io.confluent.ksql.rest.wire.QueryDescriptions;
import io.confluent.ksql.rest.wire.QueryTerminated;
import io.confluent.ksql.rest.wire.SchemaAsserted;
import io.confluent.ksql.rest.wire.SourceDescribed;
import io.confluent.ksql.rest.wire.SourceDescriptions;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.TablesList;
import io.confluent.ksql.rest.wire.TopicAsserted;
import io.confluent.ksql.rest.wire.TopicsExtendedList;
import io.confluent.ksql.rest.wire.TopicsList;
import io.confluent.ksql.rest.wire.TypesList;
import io.confluent.ksql.rest.wire.VariablesList;
import io.confluent.ksql.rest.wire.WarningEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Answers of the server as text. */
public final class EntityText {
  /** A way to write one kind of answer. */
  private record Layout<E extends Entity>(Class<E> type, BiConsumer<E, Page> writer) {
    void write(Entity entity, Page page) {
      writer.accept(type.cast(entity), page);
    }
  }

  private static final Map<Class<?>, Layout<?>> LAYOUTS = new LinkedHashMap<>();

  static {
    add(CommandResult.class, ListTexts::commandResult);
    add(QueryTerminated.class, ListTexts::queryTerminated);
    add(WarningEntity.class, (entity, page) -> ListTexts.message(entity.message(), page));
    add(StreamsList.class, ListTexts::streams);
    add(TablesList.class, ListTexts::tables);
    add(QueriesList.class, ListTexts::queries);
    add(TopicsList.class, ListTexts::topics);
    add(TopicsExtendedList.class, ListTexts::topicsExtended);
    add(PropertiesList.class, ListTexts::properties);
    add(TypesList.class, ListTexts::types);
    add(VariablesList.class, ListTexts::variables);
    add(TopicAsserted.class, ListTexts::topicAsserted);
    add(SchemaAsserted.class, ListTexts::schemaAsserted);
    add(FunctionsList.class, FunctionTexts::list);
    add(FunctionDescribed.class, FunctionTexts::describe);
    add(SourceDescribed.class, SourceTexts::described);
    add(SourceDescriptions.class, SourceTexts::descriptions);
    add(QueryDescribed.class, QueryTexts::described);
    add(QueryDescriptions.class, QueryTexts::descriptions);
    add(ConnectorCreated.class, ConnectorTexts::created);
    add(ConnectorDropped.class, ConnectorTexts::dropped);
    add(ConnectorsList.class, ConnectorTexts::list);
    add(ConnectorPluginsList.class, ConnectorTexts::plugins);
    add(ConnectorDescribed.class, ConnectorTexts::described);
    add(OtherEntity.class, (entity, page) -> JsonText.lines(entity).forEach(page::text));
    for (Class<?> type : Entity.class.getPermittedSubclasses()) {
      if (!LAYOUTS.containsKey(type)) {
        throw new IllegalStateException("Nothing says how to write a " + type.getSimpleName());
      }
    }
  }

  private EntityText() {}

  private static <E extends Entity> void add(Class<E> type, BiConsumer<E, Page> writer) {
    LAYOUTS.put(type, new Layout<>(type, writer));
  }

  /**
   * An answer as lines, a blank one first.
   *
   * @param width the places of a line; 0 for as many as are needed
   */
  public static List<String> lines(Entity entity, int width) {
    Page page = new Page(width).blank();
    Objects.requireNonNull(LAYOUTS.get(entity.getClass())).write(entity, page);
    return page.lines();
  }
}
