/** Records as POST requests to a URL. */
package io.confluent.ksql.connect.webhook;
