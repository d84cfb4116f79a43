package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.setting.Settings;

/** A case needs what its statements make, however busy the machine is. */
public final class Patience {
  private static final String MS = "300000";

  private Patience() {}

  /** The same settings, but statements are waited for. */
  public static Settings in(Settings settings) {
    return settings.with(EngineSettings.COMMAND_TIMEOUT.name(), MS);
  }
}
