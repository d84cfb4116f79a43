/** What {@code POST /ksql} answers: one handler a kind of statement. */
package io.confluent.ksql.rest.server.handler;
