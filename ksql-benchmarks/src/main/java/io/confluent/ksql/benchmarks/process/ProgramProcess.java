package io.confluent.ksql.benchmarks.process;

import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import java.util.ArrayList;
import java.util.List;

/**
 * How a hand-written program is started, in a process set up like that of a server.
 *
 * @param name of the program
 * @param copies how many of it run in the process
 * @param inputs topics
 * @param output a topic
 * @param javaOptions further options of Java, separated by blanks
 */
public record ProgramProcess(
    String name, int copies, List<String> inputs, String output, String javaOptions) {
  public ProgramProcess {
    inputs = List.copyOf(inputs);
  }

  /** One program, without further options. */
  public static ProgramProcess of(String name, List<String> inputs, String output) {
    return new ProgramProcess(name, 1, inputs, output, "");
  }

  /** The consumer group of the program. */
  public String group() {
    return "group-" + output;
  }

  /** Starts it, and does not wait for it. */
  public RunningProcess start(Launcher launcher, Broker broker, Profile profile) {
    List<String> arguments = new ArrayList<>(List.of(name, String.valueOf(copies)));
    arguments.addAll(List.of(broker.address(), broker.registry(), group()));
    arguments.add(launcher.directory("state").toString());
    arguments.addAll(List.of(profile.name(), profile.guarantee(), output));
    arguments.addAll(inputs);
    return launcher.program(ProgramMain.class, arguments, javaOptions);
  }
}
