/** The topics of Kafka as statements see them: asked, made, deleted, written to. */
package io.confluent.ksql.engine.topics;
