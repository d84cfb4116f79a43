/** Simulated heartbeats: what the bundled model is trained on and the test data is made of. */
package io.confluent.ksql.tools.beats;
