/** Trees back to text: what is written parses to an equal tree. */
package io.confluent.ksql.parser.format;
