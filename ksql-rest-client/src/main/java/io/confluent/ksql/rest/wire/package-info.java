/** The requests and answers of the HTTP API as records, with their exact JSON. */
package io.confluent.ksql.rest.wire;
