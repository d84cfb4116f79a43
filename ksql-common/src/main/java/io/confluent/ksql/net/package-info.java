/** What several modules ask the network of this machine. */
package io.confluent.ksql.net;
