package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.Locale;

/** The SQL function {@code GEO_DISTANCE}. */
@UdfDescription(
    name = "geo_distance",
    category = FunctionCategory.MATHEMATICAL,
    description =
        "The great-circle distance between two points given by latitude and longitude in"
            + " degrees, in kilometres or miles.")
@UdfExample(
    sql = "ROUND(GEO_DISTANCE(37.4439, -122.1663, 51.5257, -0.1122), 1)",
    result = "8634.7E0")
@UdfExample(sql = "GEO_DISTANCE(10, 20, 10, 20, 'mi')", result = "0E0")
public final class GeoDistance {
  private static final double RADIUS_KM = 6371;
  private static final double RADIUS_MILES = 3959;

  @Udf
  public double geoDistance(double lat1, double lon1, double lat2, double lon2) {
    return distance(lat1, lon1, lat2, lon2) * RADIUS_KM;
  }

  @Udf
  public double geoDistance(double lat1, double lon1, double lat2, double lon2, String unit) {
    return distance(lat1, lon1, lat2, lon2) * radius(unit);
  }

  private static double radius(String unit) {
    if (unit == null || unit.isBlank()) {
      return RADIUS_KM;
    }
    return switch (unit.strip().toLowerCase(Locale.ROOT)) {
      case "km", "kilometer", "kilometers", "kilometre", "kilometres" -> RADIUS_KM;
      case "mi", "mile", "miles" -> RADIUS_MILES;
      default -> throw new KsqlFunctionException("A distance has no unit '" + unit + "'.");
    };
  }

  /** The angle between two points seen from the centre, by the haversine formula. */
  private static double distance(double lat1, double lon1, double lat2, double lon2) {
    check(lat1, 90, "latitude");
    check(lat2, 90, "latitude");
    check(lon1, 180, "longitude");
    check(lon2, 180, "longitude");
    double sinLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double a =
        sinLat * sinLat
            + sinLon * sinLon * Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
    return 2 * Math.asin(Math.sqrt(Math.min(1, a)));
  }

  private static void check(double degrees, double bound, String what) {
    if (!(Math.abs(degrees) <= bound)) {
      throw new KsqlFunctionException(degrees + " is no " + what + ".");
    }
  }
}
