package org.ezhili.matters.internal;

/** What IT may set in {@code etc/org.ezhili.matters.cfg}. */
@interface MattersConfig {

    /** Zone in which working time is reckoned. */
    String zone() default "Asia/Shanghai";

    /** Shifts of a working day, in order, {@code ;} between them. */
    String[] shifts() default {"08:30-12:00", "14:30-18:00"};

    /**
     * Days off and working days made up for beyond those that come with this version, {@code 2027-02-06..2027-02-12,off} each,
     * {@code ;} between them.
     */
    String[] holidays() default {};
}
