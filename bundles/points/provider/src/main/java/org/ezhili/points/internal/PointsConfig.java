package org.ezhili.points.internal;

/** What IT may set in {@code etc/org.ezhili.points.cfg}. */
@interface PointsConfig {

    /** Zone in which days, months and the year of a budget are reckoned. */
    String zone() default "Asia/Shanghai";

    /**
     * Days off beyond those that come with this version, as for matters: {@code 2027-02-06..2027-02-12,off} each, {@code ;}
     * between them.
     */
    String[] holidays() default {};
}
