/** How a server's log is set up. */
package io.confluent.ksql.rest.server.log;
