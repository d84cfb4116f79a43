/** The terminal: runs statements on a server and shows its answers. */
package io.confluent.ksql.cli;
