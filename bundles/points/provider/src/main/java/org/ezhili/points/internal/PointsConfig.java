package org.ezhili.points.internal;

/** What IT may set in {@code etc/org.ezhili.points.cfg}. */
@interface PointsConfig {

    /** Zone in which days, months and the year of a budget are reckoned. */
    String zone() default "Asia/Shanghai";
}
