/** Training of the autoencoder behind ANOMALY, with H2O inside this process. */
package io.confluent.ksql.tools.train;
