/** Names by which existing configurations call our connectors. */
package io.confluent.connect.mqtt;
