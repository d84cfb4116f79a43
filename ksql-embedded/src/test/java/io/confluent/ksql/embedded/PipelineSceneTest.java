package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/ksql-demo --connect} needs. */
class PipelineSceneTest {
  @TempDir Path directory;

  @Test
  void oneCommandInstallsWhatIsMissing() throws Exception {
    Programs programs = new Programs(directory.toString());
    assertThat(PipelineScene.missing(programs, directory, Optional.empty()).orElseThrow())
        .contains("mosquitto_pub, mosquitto_sub", "a search node", "--search-url")
        .matches(
            ".*: \\S+( apt-get)? install .*mosquitto.* && mvn -q -P search-node package -pl .*");

    Path node = directory.resolve("ksql-search-node/elasticsearch/target");
    Files.createDirectories(node);
    Files.createFile(node.resolve("classpath.txt"));
    assertThat(PipelineScene.missing(programs, directory, Optional.empty()).orElseThrow())
        .doesNotContain("mvn", "search node");

    for (String program : new String[] {"mosquitto", "mosquitto_pub", "mosquitto_sub"}) {
      Files.createFile(directory.resolve(program)).toFile().setExecutable(true);
    }
    assertThat(PipelineScene.missing(programs, directory, Optional.empty())).isEmpty();
    Files.delete(node.resolve("classpath.txt"));
    assertThat(PipelineScene.missing(programs, directory, Optional.empty()).orElseThrow())
        .endsWith(": mvn -q -P search-node package -pl ksql-search-node/elasticsearch");
    assertThat(
            PipelineScene.missing(
                programs, directory, Optional.of(URI.create("http://localhost:9200"))))
        .isEmpty();
  }
}
