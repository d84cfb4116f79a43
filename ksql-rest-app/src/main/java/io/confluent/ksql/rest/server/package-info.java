/** The server: its settings, its start, what it is made of. */
package io.confluent.ksql.rest.server;
