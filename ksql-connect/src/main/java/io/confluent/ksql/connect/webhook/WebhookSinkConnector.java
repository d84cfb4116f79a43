package io.confluent.ksql.connect.webhook;

import io.confluent.ksql.connect.record.SettledSinkConnector;

/** Posts records to a URL. */
public class WebhookSinkConnector extends SettledSinkConnector {
  /** Made by a worker. */
  public WebhookSinkConnector() {
    super(WebhookSettings.definition(), "webhook.url", WebhookSettings::new, WebhookSinkTask.class);
  }
}
