/** A client of the HTTP API on the JDK's own HTTP client. */
package io.confluent.ksql.rest.client;
