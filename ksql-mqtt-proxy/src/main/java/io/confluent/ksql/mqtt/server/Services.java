package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.AccessRules;
import io.confluent.ksql.mqtt.session.Sessions;
import io.confluent.ksql.mqtt.session.Subscribers;

/** What every connection works with. */
public record Services(
    Authenticator authenticator,
    AccessRules rules,
    Intake intake,
    Sessions sessions,
    Subscribers subscribers,
    Limits limits,
    LongPackets longPackets,
    Statistics statistics) {}
