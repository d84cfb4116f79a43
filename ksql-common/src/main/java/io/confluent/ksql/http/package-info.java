/** Asking other servers over HTTP. */
package io.confluent.ksql.http;
