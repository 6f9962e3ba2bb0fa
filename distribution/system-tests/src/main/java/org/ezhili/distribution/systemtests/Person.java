package org.ezhili.distribution.systemtests;

/** The accounts that the demo district shows its visitors. */
public enum Person {
    IT("it", "340603"),
    DISTRICT("district", "340603"),
    STREET_EAST("street.east", "340603002"),
    STREET_WEST("street.west", "340603003"),
    COMMUNITY("community.gongdian", "340603002001"),
    WORKER("worker.gongdian", "340603002001001"),
    DEPARTMENT("dept.citymgmt", "340603"),
    RESIDENT("resident", "340603");

    /** Of every demo account. */
    public static final String PASSWORD = "ezhili-demo";

    private final String account;
    private final String area;

    Person(String account, String area) {
        this.account = account;
        this.area = area;
    }

    public String account() {
        return account;
    }

    /** Where the account's role is held. */
    public String area() {
        return area;
    }

    @Override
    public String toString() {
        return account;
    }
}
