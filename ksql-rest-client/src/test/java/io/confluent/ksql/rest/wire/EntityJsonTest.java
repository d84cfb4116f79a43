package io.confluent.ksql.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntityJsonTest {
  private static final String FIELD =
      "{'name':'F','schema':{'type':'STRING','fields':null,'memberSchema':null},'type':'KEY'}";
  private static final String RUNNING_QUERY =
      "{'queryString':'CREATE ...','sinks':['S'],'sinkKafkaTopics':['s'],'id':'CSAS_S_1',"
          + "'statusCount':{'RUNNING':1},'queryType':'PERSISTENT','state':'RUNNING'}";
  private static final String SOURCE =
      "{'name':'S','windowType':null,'readQueries':["
          + RUNNING_QUERY
          + "],'writeQueries':[],'fields':["
          + FIELD
          + "],'type':'STREAM','timestamp':'','statistics':'','errorStats':'','extended':true,"
          + "'keyFormat':'KAFKA','valueFormat':'JSON','topic':'t','partitions':1,'replication':1,"
          + "'statement':'CREATE ...','queryOffsetSummaries':[{'groupId':'g','topicSummaries':"
          + "[{'kafkaTopic':'t','offsets':[{'partition':0,'logStartOffset':0,'logEndOffset':5,"
          + "'consumerOffset':3}]}]}],'sourceConstraints':['R'],'clusterStatistics':"
          + "[{'host':'h:8088','name':'n','value':1.5,'timestamp':7}],'clusterErrorStats':[]}";
  private static final String QUERY =
      "{'id':'Q','statementText':'SELECT 1;','windowType':'TUMBLING','fields':["
          + FIELD
          + "],'sources':['A'],'sinks':['B'],'topology':'t','executionPlan':'p',"
          + "'overriddenProperties':{'auto.offset.reset':'earliest'},"
          + "'ksqlHostQueryStatus':{'h:8088':'RUNNING'},'queryType':'PERSISTENT','queryErrors':"
          + "[{'timestamp':1,'errorMessage':'m','type':'USER'}],'tasksMetadata':[{'taskId':'0_0',"
          + "'topicOffsets':[{'topicPartitionEntity':{'topic':'t','partition':0},'endOffset':2,"
          + "'committedOffset':1}]}],'state':null,'consumerGroupId':'g'}";

  private static Stream<String> entities() {
    return Stream.of(
        answer(
            "currentStatus",
            "'commandId':'stream/`X`/create','commandStatus':{'status':'SUCCESS',"
                + "'message':'Stream created','queryId':null},'commandSequenceNumber':2"),
        answer("terminate_query", "'queryId':'transient_S_1','wasTerminated':true"),
        answer("warning_entity", "'message':'Source A does not exist.'"),
        answer(
            "streams",
            "'streams':[{'type':'STREAM','name':'S','topic':'t','keyFormat':'KAFKA',"
                + "'valueFormat':'JSON','isWindowed':false}]"),
        answer(
            "tables",
            "'tables':[{'type':'TABLE','name':'S','topic':'t','keyFormat':'KAFKA',"
                + "'valueFormat':'JSON','isWindowed':true,'format':'JSON'}]"),
        answer("source_descriptions", "'sourceDescriptions':[" + SOURCE + "]"),
        answer("sourceDescription", "'sourceDescription':" + SOURCE),
        answer("queries", "'queries':[" + RUNNING_QUERY + "]"),
        answer("query_descriptions", "'queryDescriptions':[" + QUERY + "]"),
        answer("queryDescription", "'queryDescription':" + QUERY),
        answer("kafka_topics", "'topics':[{'name':'t','replicaInfo':[1,1]}]"),
        answer(
            "kafka_topics_extended",
            "'topics':[{'name':'t','replicaInfo':[1],'consumerCount':2,'consumerGroupCount':1}]"),
        answer(
            "properties",
            "'properties':[{'name':'p','scope':'KSQL','value':null,'editable':true,"
                + "'level':'SERVER'}],'overwrittenProperties':['p'],'defaultProperties':[]"),
        answer(
            "function_names",
            "'functions':[{'name':'ANOMALY','type':'SCALAR','category':'MACHINE LEARNING'}]"),
        answer(
            "describe_function",
            "'name':'LEN','description':'d','author':'a','version':'1','path':'internal',"
                + "'functions':[{'arguments':[{'name':'x','type':'VARCHAR','description':'',"
                + "'isVariadic':true}],'returnType':'INT','description':''}],'type':'SCALAR'"),
        answer(
            "type_list",
            "'types':{'T':{'type':'DECIMAL','fields':null,'memberSchema':null,"
                + "'parameters':{'precision':4,'scale':2}}}"),
        answer("variables", "'variables':[{'name':'n','value':'v'}]"),
        answer(
            "connector_info",
            "'info':{'name':'c','config':{'k':'v'},'tasks':[{'connector':'c','task':0}],"
                + "'type':'source'}"),
        answer("drop_connector", "'connectorName':'c'"),
        answer(
            "connector_list",
            "'connectors':[{'name':'c','type':'sink','className':'C','state':'RUNNING'}]"),
        answer(
            "connector_plugins_list",
            "'connectorsPlugins':[{'className':'C','type':'sink','version':'1'}]"),
        answer(
            "connector_description",
            "'connectorClass':'C','status':{'name':'c','connector':{'state':'RUNNING',"
                + "'worker_id':'w','trace':null},'tasks':[{'id':0,'state':'FAILED',"
                + "'worker_id':'w','trace':'oops'}],'type':'sink'},'sources':[],'topics':['t']"),
        answer("assert_topic", "'topicName':'t','exists':true"),
        answer("assert_schema", "'subject':null,'id':3,'exists':false"));
  }

  private static String answer(String type, String members) {
    String json =
        "{'@type':'"
            + type
            + "','statementText':'S;',"
            + members
            + ",'warnings':[{'message':'w'}]}";
    return json.replace('\'', '"');
  }

  @ParameterizedTest
  @MethodSource("entities")
  void readsAndWritesTheLiteralJson(String json) throws Exception {
    Entity entity = WireJson.mapper().readValue(json, Entity.class);

    assertThat(entity).isNotInstanceOf(OtherEntity.class);
    assertThat(entity.statementText()).isEqualTo("S;");
    assertThat(entity.warnings()).containsExactly(new Warning("w"));
    JsonNode written = WireJson.mapper().readTree(WireJson.write(entity));
    assertThat(written).isEqualTo(WireJson.mapper().readTree(json));
  }

  @Test
  void everyEntityIsAmongThoseTried() {
    List<String> tried =
        entities().map(json -> json.replaceAll("^\\{\"@type\":\"(\\w+)\".*", "$1")).toList();

    assertThat(Arrays.stream(Entity.class.getAnnotation(JsonSubTypes.class).value()))
        .extracting(JsonSubTypes.Type::name)
        .containsExactlyInAnyOrderElementsOf(tried);
  }

  @Test
  void namesTheTypeOfEachElementOfAList() throws Exception {
    List<Entity> answers =
        List.of(
            new WarningEntity("A;", "m", List.of()), new TablesList("B;", List.of(), List.of()));

    String json = WireJson.write(new ArrayList<>(answers));

    assertThat(json).startsWith("[{\"@type\":\"warning_entity\",\"statementText\":\"A;\",");
    assertThat(WireJson.mapper().readValue(json, new TypeReference<List<Entity>>() {}))
        .isEqualTo(answers);
  }

  @Test
  void keepsAnAnswerOfAnUnknownType() throws Exception {
    String json = "{\"@type\":\"news\",\"statementText\":\"S;\",\"warnings\":[],\"x\":{\"y\":[1]}}";

    Entity entity = WireJson.mapper().readValue(json, Entity.class);

    assertThat(entity.entityType()).isEqualTo("news");
    assertThat(WireJson.write(entity)).isEqualTo(json);
  }

  @Test
  void readsTheAnswerOfAnOldServer() throws Exception {
    String json =
        "{\"@type\":\"streams\",\"streams\":[{\"type\":\"STREAM\",\"name\":\"S\",\"topic\":\"t\","
            + "\"format\":\"JSON\",\"new\":1}]}";

    StreamsList list = (StreamsList) WireJson.mapper().readValue(json, Entity.class);

    assertThat(list.statementText()).isEmpty();
    assertThat(list.streams().get(0).valueFormat()).isEqualTo("JSON");
    assertThat(list.streams().get(0).keyFormat()).isEmpty();
  }

  @Test
  void toleratesAbsentMembersInADescription() throws Exception {
    String json =
        "{\"@type\":\"sourceDescription\",\"sourceDescription\":{\"name\":\"S\","
            + "\"fields\":[{\"name\":\"F\",\"schema\":{\"type\":\"STRING\"}}]}}";

    SourceDescribed described = (SourceDescribed) WireJson.mapper().readValue(json, Entity.class);

    assertThat(described.sourceDescription().windowType()).isEmpty();
    assertThat(described.sourceDescription().fields().get(0).schema().fields()).isEmpty();
    assertThat(described.sourceDescription().queryOffsetSummaries()).isEmpty();
  }

  @Test
  void writesTheTypeOfAColumnAsATree() throws Exception {
    FieldDescription field =
        FieldDescription.value(
            new Column(
                "C",
                SqlTypes.struct()
                    .field("L", SqlTypes.array(SqlDecimal.of(4, 2)))
                    .field("M", SqlTypes.map(SqlTypes.STRING, SqlTypes.STRING))
                    .build()));

    assertThat(WireJson.write(field))
        .isEqualTo(
            ("{'name':'C','schema':{'type':'STRUCT','fields':["
                    + "{'name':'L','schema':{'type':'ARRAY','fields':null,'memberSchema':"
                    + "{'type':'DECIMAL','fields':null,'memberSchema':null,"
                    + "'parameters':{'precision':4,'scale':2}}}},"
                    + "{'name':'M','schema':{'type':'MAP','fields':null,'memberSchema':"
                    + "{'type':'STRING','fields':null,'memberSchema':null}}}],"
                    + "'memberSchema':null}}")
                .replace('\'', '"'));
    assertThat(field.schema().toTypeString())
        .isEqualTo("STRUCT<L ARRAY<DECIMAL(4, 2)>, M MAP<STRING, VARCHAR(STRING)>>");
  }

  @Test
  void marksColumnsOfKeyAndHeaders() {
    Column column = new Column("C", SqlTypes.BYTES);

    assertThat(WireJson.write(FieldDescription.key(column))).endsWith(",\"type\":\"KEY\"}");
    assertThat(WireJson.write(FieldDescription.header(column, Optional.of("h"))))
        .endsWith(",\"type\":\"HEADER\",\"headerKey\":\"h\"}");
  }
}
