/** What a client has set: properties over those of the server, and variables. */
package io.confluent.ksql.engine.session;
