/** Writing records to a topic at a pace: what the generator and the replay share. */
package io.confluent.ksql.tools.produce;
