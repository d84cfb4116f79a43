package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a statement answers: one element of the array that {@code POST /ksql} returns. Which record
 * it is stands in its member {@code @type}; a type that is not known here is an {@link
 * OtherEntity}.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "@type",
    visible = true,
    defaultImpl = OtherEntity.class)
@JsonSubTypes({
  @JsonSubTypes.Type(name = "currentStatus", value = CommandResult.class),
  @JsonSubTypes.Type(name = "terminate_query", value = QueryTerminated.class),
  @JsonSubTypes.Type(name = "warning_entity", value = WarningEntity.class),
  @JsonSubTypes.Type(name = "streams", value = StreamsList.class),
  @JsonSubTypes.Type(name = "tables", value = TablesList.class),
  @JsonSubTypes.Type(name = "source_descriptions", value = SourceDescriptions.class),
  @JsonSubTypes.Type(name = "sourceDescription", value = SourceDescribed.class),
  @JsonSubTypes.Type(name = "queries", value = QueriesList.class),
  @JsonSubTypes.Type(name = "query_descriptions", value = QueryDescriptions.class),
  @JsonSubTypes.Type(name = "queryDescription", value = QueryDescribed.class),
  @JsonSubTypes.Type(name = "kafka_topics", value = TopicsList.class),
  @JsonSubTypes.Type(name = "kafka_topics_extended", value = TopicsExtendedList.class),
  @JsonSubTypes.Type(name = "properties", value = PropertiesList.class),
  @JsonSubTypes.Type(name = "function_names", value = FunctionsList.class),
  @JsonSubTypes.Type(name = "describe_function", value = FunctionDescribed.class),
  @JsonSubTypes.Type(name = "type_list", value = TypesList.class),
  @JsonSubTypes.Type(name = "variables", value = VariablesList.class),
  @JsonSubTypes.Type(name = "connector_info", value = ConnectorCreated.class),
  @JsonSubTypes.Type(name = "drop_connector", value = ConnectorDropped.class),
  @JsonSubTypes.Type(name = "connector_list", value = ConnectorsList.class),
  @JsonSubTypes.Type(name = "connector_plugins_list", value = ConnectorPluginsList.class),
  @JsonSubTypes.Type(name = "connector_description", value = ConnectorDescribed.class),
  @JsonSubTypes.Type(name = "assert_topic", value = TopicAsserted.class),
  @JsonSubTypes.Type(name = "assert_schema", value = SchemaAsserted.class)
})
@JsonPropertyOrder({"@type", "statementText"})
public sealed interface Entity
    permits CommandResult,
        QueryTerminated,
        WarningEntity,
        StreamsList,
        TablesList,
        SourceDescriptions,
        SourceDescribed,
        QueriesList,
        QueryDescriptions,
        QueryDescribed,
        TopicsList,
        TopicsExtendedList,
        PropertiesList,
        FunctionsList,
        FunctionDescribed,
        TypesList,
        VariablesList,
        ConnectorCreated,
        ConnectorDropped,
        ConnectorsList,
        ConnectorPluginsList,
        ConnectorDescribed,
        TopicAsserted,
        SchemaAsserted,
        OtherEntity {
  /** The value of the member {@code @type}. */
  @JsonProperty("@type")
  default String entityType() {
    return WireTypes.nameOf(Entity.class, getClass());
  }

  /** The statement that is answered, secrets masked; empty if the server left it out. */
  String statementText();

  /** What the author of the statement should know, possibly nothing. */
  List<Warning> warnings();
}
