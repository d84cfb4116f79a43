/** Tests of the launchers and of the archive that people download. */
package io.confluent.ksql.distribution;
