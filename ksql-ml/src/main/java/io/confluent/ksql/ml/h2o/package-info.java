/** Models trained with H2O: MOJO zips, read directly where that is exact, and POJO jars. */
package io.confluent.ksql.ml.h2o;
