/** HTTP: listeners, who may ask, content types, bodies, errors, endpoints. */
package io.confluent.ksql.rest.server.http;
