/** Names by which existing configurations call our converters. */
package io.confluent.connect.avro;
