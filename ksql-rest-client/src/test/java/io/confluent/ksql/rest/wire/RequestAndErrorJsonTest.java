package io.confluent.ksql.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestAndErrorJsonTest {
  @Test
  void readsARequest() throws Exception {
    KsqlRequest request =
        read(
            """
            {"ksql":"LIST STREAMS;",
             "streamsProperties":{"ksql.streams.auto.offset.reset":"earliest","n":1,"b":true},
             "sessionVariables":{"name":"value"},
             "requestProperties":{"request.ksql.internal.request":false},
             "commandSequenceNumber":10, "unknown":[]}""",
            KsqlRequest.class);

    assertThat(request.ksql()).isEqualTo("LIST STREAMS;");
    assertThat(request.streamsProperties())
        .isEqualTo(Map.of("ksql.streams.auto.offset.reset", "earliest", "n", 1, "b", true));
    assertThat(request.sessionVariables()).containsEntry("name", "value");
    assertThat(request.commandSequenceNumber()).contains(10L);
  }

  @Test
  void readsARequestOfNothing() throws Exception {
    assertThat(read("{}", KsqlRequest.class)).isEqualTo(KsqlRequest.of(""));
    assertThat(read("{\"ksql\":null}", KsqlRequest.class)).isEqualTo(KsqlRequest.of(""));
    assertThat(read("{}", QueryStreamRequest.class)).isEqualTo(QueryStreamRequest.of(""));
    assertThat(read("{}", TerminateRequest.class).deleteTopicList()).isEmpty();
  }

  @Test
  void leavesOutTheSequenceNumberThatIsNotAskedFor() {
    assertThat(WireJson.write(KsqlRequest.of("A;")))
        .isEqualTo(
            "{\"ksql\":\"A;\",\"streamsProperties\":{},\"sessionVariables\":{},"
                + "\"requestProperties\":{}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'header':{'queryId':'transient_S_123','schema':'`ID` INTEGER, `NAME` STRING'}}
          {'row':{'columns':[1,'a']}}
          {'row':{'columns':[2,null]}}
          {'row':{'columns':[null,5],'tombstone':true}}
          {'row':{'columns':[1.10,-3,true,[1,null],{'b':1,'a':{'x':'y'}}]}}
          {'row':{'protobufBytes':'CgNh'}}
          {'finalMessage':'Limit Reached'}
          {'errorMessage':{'@type':'generic_error','error_code':50000,'message':'m'}}
          {'consistencyToken':{'consistencyToken':'c'}}
          {'continuationToken':{'continuationToken':'c'}}
          {'row':{'columns':[1]},'sourceHost':'h:8088'}
          """)
  void readsAndWritesElementsOfAQuery(String element) throws Exception {
    String json = element.replace('\'', '"');

    assertThat(WireJson.write(read(json, StreamedRow.class))).isEqualTo(json);
  }

  @Test
  void readsTheRowsOfAClassicServer() throws Exception {
    StreamedRow row =
        read(
            "{\"row\":{\"columns\":[1543510415238,\"User_5\"]},\"errorMessage\":null,"
                + "\"finalMessage\":null}",
            StreamedRow.class);

    assertThat(row).isEqualTo(StreamedRow.row(List.of(1543510415238L, "User_5")));
  }

  @Test
  void keepsNumbersAsTheyWereSent() throws Exception {
    StreamedRow row =
        read("{\"row\":{\"columns\":[1.2104138026620321,2.50,1.0E-5]}}", StreamedRow.class);

    assertThat(row.row().orElseThrow().columns().orElseThrow())
        .containsExactly(new BigDecimal("1.2104138026620321"), new BigDecimal("2.50"), 1.0E-5);
  }

  @Test
  void writesTheQueryIdOfMetadataEvenIfThereIsNone() {
    assertThat(WireJson.write(new QueryMetadata(Optional.empty(), List.of("A"), List.of("BIGINT"))))
        .isEqualTo("{\"queryId\":null,\"columnNames\":[\"A\"],\"columnTypes\":[\"BIGINT\"]}");
  }

  @Test
  void readsAPlainError() throws Exception {
    String json = "{\"@type\":\"generic_error\",\"error_code\":40000,\"message\":\"m\"}";

    ErrorBody error = read(json, ErrorBody.class);

    assertThat(error).isEqualTo(GenericError.of(WireErrorCode.BAD_REQUEST, "m"));
    assertThat(error.diagnostic()).isEmpty();
    assertThat(WireJson.write(error)).isEqualTo(json);
  }

  @Test
  void carriesADiagnosticToTheOtherSide() throws Exception {
    Diagnostic diagnostic =
        Diagnostic.error(ErrorCode.COLUMN_NOT_FOUND, new Span(7, 4), "Column NMAE does not exist.")
            .hint("Did you mean NAME?")
            .note("PEOPLE has 2 columns.");
    Entity earlier = new WarningEntity("A;", "m", List.of());

    String json =
        WireJson.write(
            StatementError.of(
                WireErrorCode.BAD_STATEMENT,
                diagnostic,
                "SELECT NMAE FROM people;",
                List.of(earlier)));

    assertThat(json)
        .isEqualTo(
            "{\"@type\":\"statement_error\",\"error_code\":40001,"
                + "\"message\":\"Column NMAE does not exist.\","
                + "\"statementText\":\"SELECT NMAE FROM people;\",\"entities\":["
                + "{\"@type\":\"warning_entity\",\"statementText\":\"A;\",\"message\":\"m\","
                + "\"warnings\":[]}],\"code\":\"KSQL-2003\",\"span\":{\"start\":7,\"length\":4},"
                + "\"hint\":\"Did you mean NAME?\",\"notes\":[\"PEOPLE has 2 columns.\"]}");
    assertThat(read(json, ErrorBody.class).diagnostic()).contains(diagnostic);
  }

  @Test
  void readsAnErrorOfAnUnknownKind() throws Exception {
    ErrorBody error =
        read(
            "{\"@type\":\"new_error\",\"error_code\":40999,\"message\":\"m\",\"code\":\"X-1\"}",
            ErrorBody.class);

    assertThat(error.errorCode()).isEqualTo(40999);
    assertThat(error.diagnostic()).isEmpty();
  }

  @Test
  void everyErrorNumberBeginsWithItsHttpStatus() {
    assertThat(Arrays.stream(WireErrorCode.values()))
        .allSatisfy(code -> assertThat(code.httpStatus()).isBetween(400, 503));
    assertThat(WireErrorCode.NOT_READY.httpStatus()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ServerInfo$Body|{'KsqlServerInfo':{'version':'1','kafkaClusterId':'k','ksqlServiceId':'default_','serverStatus':'RUNNING'}}
          HealthCheck|{'isHealthy':true,'details':{'metastore':{'isHealthy':true},'kafka':{'isHealthy':true},'commandRunner':{'isHealthy':true}},'serverState':'READY'}
          ServerMetadata|{'version':'1','clusterId':{'scope':{'path':[],'clusters':{'kafka-cluster':'id','ksql-cluster':'default_'}},'id':''}}
          CommandStatus|{'status':'SUCCESS','message':'Stream created','queryId':null}
          CommandStatuses|{'commandStatuses':{'stream/`X`/create':'SUCCESS'}}
          HeartbeatRequest|{'hostInfo':'host:8088','timestamp':123}
          InsertAck|{'status':'ok','seq':0}
          InsertAck|{'status':'error','seq':3,'error_code':40000,'message':'m'}
          InsertsStreamRequest|{'target':'s','properties':{}}
          TerminateRequest|{'deleteTopicList':['FOO','bar.*']}
          CloseQueryRequest|{'queryId':'q'}
          Acknowledged|{'ok':true}
          ClusterStatus|{'clusterStatus':{'host:8088':{'hostAlive':true,'lastStatusUpdateMs':1,'activeStandbyPerQuery':{'CTAS_X_0':{'activeStores':['Aggregate-Aggregate-Materialize'],'activePartitions':[{'topic':'t','partition':0}],'standByStores':[],'standByPartitions':[]}},'hostStoreLags':{'stateStoreLags':{'app#store':{'lagByPartition':{'0':{'currentOffsetPosition':0,'endOffsetPosition':0,'offsetLag':0}},'size':1}},'updateTimeMs':1}}}}
          LagRequest|{'ksqlHost':'h:1','hostStoreLags':{'stateStoreLags':{},'updateTimeMs':1}}
          """)
  void readsAndWritesTheOtherAnswers(String record, String text) throws Exception {
    String json = text.replace('\'', '"');
    Class<?> type = Class.forName("io.confluent.ksql.rest.wire." + record);

    assertThat(WireJson.write(read(json, type))).isEqualTo(json);
  }

  private static <T> T read(String json, Class<T> type) throws Exception {
    return WireJson.mapper().readValue(json, type);
  }
}
