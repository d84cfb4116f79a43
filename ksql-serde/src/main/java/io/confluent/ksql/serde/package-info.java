/**
 * Formats: what they can do, and how bytes become rows and rows bytes; one sub-package a format.
 */
package io.confluent.ksql.serde;
