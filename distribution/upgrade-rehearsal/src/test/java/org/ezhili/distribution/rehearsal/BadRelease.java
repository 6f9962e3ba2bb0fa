package org.ezhili.distribution.rehearsal;

import static org.ezhili.distribution.rehearsal.AtAVendors.lakes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A release with one thing wrong.
 *
 * @param fault what is wrong
 * @param code under which it is told
 * @param zh part of the reason, as a reader of Chinese gets it
 * @param en the same in English
 */
record BadRelease(String fault, VendorRelease release, String code, String zh, String en) {

    /** Each has a version of its own, higher than what is in use. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String CONTRACT = "org.ezhili.platform.module";

    /** They look as they should, and only show on the way what they are. */
    static List<BadRelease> thatArrive() {
        return List.of(
                bad("needs a package that nobody has", next().importing("org.nowhere.waves"), "needs-package")
                        .because("org.nowhere.waves"),
                bad("does not resolve", next().with("Require-Capability", "com.acme.tides"), "does-not-resolve")
                        .because("com.acme.tides"),
                bad("fails in a schema step", next().step("V3__wrong.sql", HALF), "schema-failed")
                        .because("pond"),
                bad(
                                "brings a step that comes too late",
                                next().step("V1_5__late.sql", "CREATE TABLE lakes.late (id BIGINT);"),
                                "schema-failed")
                        .because("1.5"),
                bad("throws at its start", next().saying("start", "throws"), "failed-to-start")
                        .because("no lake here"),
                bad("never comes to the end of its start", next().saying("start", "never ends"), "not-served")
                        .because("秒仍未就绪", "does not come to the end of its start"),
                bad("never gets ready", next().waitingFor("tides", "com.acme.tides.Tides"), "not-ready")
                        .because("tides"),
                bad("is not well", next().saying("health", "bad"), "unwell").because("水位过低", "the water is low"),
                bad("says nothing of its health", next().saying("health", "silent"), "unwell")
                        .because("没有给出", "does not say"),
                bad("says what no database keeps", next().saying("health", "binary"), "unwell")
                        .because("水 位", "wa ter"),
                bad("wants the id of another module", next().saying("id", "grid"), "not-served")
                        .because("org.ezhili.grid.provider"),
                bad("wants an id that nobody has", next().saying("id", "rivers"), "not-served")
                        .because("自称 rivers", "calls itself rivers"),
                bad("says a version that is none", next().saying("version", "newest"), "not-served")
                        .because("not a version: newest"),
                bad("does not say who may call it", next().saying("resource", "unmarked"), "not-served")
                        .because("openByMistake"));
    }

    /** They do not even get in. */
    static List<BadRelease> thatAreTurnedAway() {
        return List.of(
                bad("is for another platform", next().forPlatform("[9,10)"), "platform-version")
                        .because("[9.0.0,10.0.0)"),
                bad(
                                "is for another version of a contract",
                                next().with("Import-Package", CONTRACT + ";version=\"[99,100)\""),
                                "api-version")
                        .because(CONTRACT),
                bad("is older than what serves", lakes("0.9.0"), "release-replayed")
                        .because("0.9.0"));
    }

    /** The first line is right, the second is not. */
    private static final String HALF =
            "CREATE TABLE lakes.left_behind (id BIGINT NOT NULL PRIMARY KEY);ALTER TABLE lakes.pond DROP COLUMN depth;";

    private static VendorRelease next() {
        return lakes("1.1." + NEXT.incrementAndGet());
    }

    private static BadRelease bad(String fault, VendorRelease release, String code) {
        return new BadRelease(fault, release, code, "", "");
    }

    private BadRelease because(String words) {
        return because(words, words);
    }

    private BadRelease because(String chinese, String english) {
        return new BadRelease(fault, release, code, chinese, english);
    }

    @Override
    public String toString() {
        return fault;
    }
}
