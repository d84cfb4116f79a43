package io.confluent.ksql.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryProcessingLogTest extends ProcessingLogContract {
  private final InMemoryProcessingLog log = new InMemoryProcessingLog(100);

  @Override
  ProcessingLog log() {
    return log;
  }

  @Override
  List<String> arrived() {
    return log.errors().stream().map(ProcessingError::message).toList();
  }

  @Test
  void forgetsTheOldestWhenFull() {
    InMemoryProcessingLog small = new InMemoryProcessingLog(2);
    small.write(error("a"));
    small.write(error("b"));
    small.write(error("c"));

    assertThat(small.errors()).extracting(ProcessingError::message).containsExactly("b", "c");
  }
}
