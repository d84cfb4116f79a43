/** Trained models: what they are, how they are loaded, how text becomes their input. */
package io.confluent.ksql.ml;
