/** What is known of a client beyond one connection: subscriptions, and messages under way. */
package io.confluent.ksql.mqtt.session;
