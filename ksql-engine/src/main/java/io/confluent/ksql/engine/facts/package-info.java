/** What planning must know of the world outside, and what the world must be told afterwards. */
package io.confluent.ksql.engine.facts;
