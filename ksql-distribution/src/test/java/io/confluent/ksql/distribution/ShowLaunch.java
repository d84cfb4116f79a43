package io.confluent.ksql.distribution;

/** What the launchers start in tests: says how it was launched, and stays if told to. */
public final class ShowLaunch {
  private ShowLaunch() {}

  /** Prints its arguments in brackets and the system properties of the launchers. */
  public static void main(String[] arguments) throws InterruptedException {
    for (String argument : arguments) {
      System.out.println("[" + argument + "]");
    }
    System.out.println("home " + System.getProperty("ksql.home"));
    System.out.println("greeting " + System.getProperty("greeting"));
    System.out.println("heap " + Runtime.getRuntime().maxMemory() / (1 << 20));
    if (arguments.length > 0 && arguments[0].equals("stay")) {
      Thread.sleep(120_000);
    }
  }
}
