package io.confluent.ksql.cli;

import java.util.List;

/** What only a session of a person has. */
interface Screen {
  /** Wipes the screen. */
  void clear();

  /** What was typed so far, oldest first. */
  List<String> history();

  /** There is none. */
  static Screen none() {
    return new Screen() {
      @Override
      public void clear() {}

      @Override
      public List<String> history() {
        return List.of();
      }
    };
  }
}
