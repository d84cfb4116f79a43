/** Sending a recording, a file with one message a line, to a topic. */
package io.confluent.ksql.tools.replay;
