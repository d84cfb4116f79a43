/** Typed, documented settings and their resolution. */
package io.confluent.ksql.setting;
