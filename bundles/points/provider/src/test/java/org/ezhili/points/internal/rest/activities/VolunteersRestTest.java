package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.rest.activities.Counter.COMMUNITY;
import static org.ezhili.points.internal.rest.activities.Counter.refused;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Role;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.ledger.Reconciliation;

class VolunteersRestTest {

    private static Caller as(Counter counter, String who) {
        return counter.place().caller(who);
    }

    private static CertificatesResource certificates(Counter counter) {
        return counter.place().resource(CertificatesResource.class);
    }

    private static CertificateJson certified(Counter counter, String who) {
        return (CertificateJson) certificates(counter)
                .issue(as(counter, who), "k", new NewCertificateJson(null, null))
                .getEntity();
    }

    @EachDatabase
    void staff_and_units_volunteer_as_what_they_are_and_a_resident_as_a_person(TestDatabase db) {
        Counter counter = Counter.on(db);
        assertThat(counter.apply("worker", COMMUNITY, null).kind()).isEqualTo("staff");
        assertThat(counter.apply("unit", COMMUNITY, null).kind()).isEqualTo("unit");
        assertThat(counter.apply("resident", COMMUNITY, null).kind()).isEqualTo("person");
        refused(
                () -> counter.place()
                        .resource(VolunteersResource.class)
                        .apply(as(counter, "neighbour"), null, new NewVolunteerJson(COMMUNITY, "unit", null)),
                400,
                "bad-request");
    }

    @EachDatabase
    void an_office_sets_the_skills_that_it_has_seen_proof_of_and_nobody_their_own(TestDatabase db) {
        Counter counter = Counter.on(db);
        VolunteersResource volunteers = counter.place().resource(VolunteersResource.class);
        String id = counter.volunteer("resident").id();
        SkillsJson driving = new SkillsJson(List.of(" 驾驶 ", "驾驶"));
        assertThat(volunteers.skills(as(counter, "community"), id, driving).skills())
                .containsExactly("驾驶");
        assertThat(volunteers.one(as(counter, "resident"), id).skills()).containsExactly("驾驶");
        refused(() -> volunteers.skills(as(counter, "street.west"), id, driving), 404, "not-found");
        refused(() -> volunteers.one(as(counter, "neighbour"), id), 404, "not-found");
        String own = counter.apply("community", COMMUNITY, null).id();
        refused(() -> volunteers.skills(as(counter, "community"), own, driving), 403, "not-for-oneself");
    }

    @EachDatabase
    void an_office_looks_for_candidates_in_its_whole_street_and_in_no_other(TestDatabase db) {
        Counter counter = Counter.on(db);
        VolunteersResource volunteers = counter.place().resource(VolunteersResource.class);
        counter.volunteer("resident");
        counter.decide("street.east", counter.apply("worker", "340603002", null).id(), true);
        counter.apply("neighbour", COMMUNITY, null);
        Caller community = as(counter, "community");
        assertThat(volunteers.candidates(community, COMMUNITY, null, null, null).items())
                .containsExactly(
                        new CandidateJson("resident", "name of resident", COMMUNITY, "area " + COMMUNITY),
                        new CandidateJson("worker", "name of worker", "340603002", "area 340603002"));
        var first = volunteers.candidates(as(counter, "street.east"), COMMUNITY, "NAME", 1, null);
        assertThat(first.items()).extracting(CandidateJson::account).containsExactly("resident");
        assertThat(volunteers
                        .candidates(as(counter, "street.east"), "340603002", "NAME", 1, first.next())
                        .items())
                .extracting(CandidateJson::account)
                .containsExactly("worker");
        assertThat(volunteers
                        .candidates(community, COMMUNITY, "of nobody", null, null)
                        .items())
                .isEmpty();
    }

    @EachDatabase
    void candidates_of_a_place_that_is_not_ones_own_or_is_none_are_refused(TestDatabase db) {
        Counter counter = Counter.on(db);
        VolunteersResource volunteers = counter.place().resource(VolunteersResource.class);
        counter.volunteer("resident");
        Caller community = as(counter, "community");
        refused(() -> volunteers.candidates(as(counter, "street.west"), COMMUNITY, null, null, null), 404, "not-found");
        refused(() -> volunteers.candidates(community, "340603002", null, null, null), 404, "not-found");
        refused(() -> volunteers.candidates(as(counter, "resident"), COMMUNITY, null, null, null), 404, "not-found");
        assertThat(counter.place().audited).hasSize(3).allMatch(line -> line.endsWith("foreign-area"));
        refused(() -> volunteers.candidates(community, null, null, null, null), 400, "bad-request");
        refused(() -> volunteers.candidates(community, " ", null, null, null), 400, "bad-request");
        refused(() -> volunteers.candidates(community, "340603", null, null, null), 422, "unknown-area");
        refused(() -> volunteers.candidates(community, "' or 1=1", null, null, null), 422, "unknown-area");
        refused(() -> volunteers.candidates(community, COMMUNITY, "x".repeat(41), null, null), 400, "bad-request");
        refused(() -> volunteers.candidates(community, COMMUNITY, null, null, "x"), 400, "bad-request");
        refused(() -> volunteers.candidates(community, COMMUNITY, null, 0, null), 400, "bad-request");
        counter.place().offStreets.add("340603002");
        refused(() -> volunteers.candidates(community, COMMUNITY, null, null, null), 403, "module-off");
    }

    @EachDatabase
    void who_coordinates_two_streets_sees_no_volunteers_of_the_one_without_points(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.place().person("both", Role.STREET, "340603");
        counter.volunteer("resident");
        counter.apply("villager", "340603003001", null);
        assertThat(listed(counter, "both")).containsExactlyInAnyOrder("resident", "villager");
        counter.place().offStreets.add("340603003");
        assertThat(listed(counter, "both")).containsExactly("resident");
        refused(() -> listed(counter, "street.west"), 403, "module-off");
    }

    private static List<String> listed(Counter counter, String who) {
        return counter
                .place()
                .resource(VolunteersResource.class)
                .list(as(counter, who), null, null, null, null)
                .items()
                .stream()
                .map(VolunteerJson::account)
                .toList();
    }

    @EachDatabase
    void hours_are_certified_on_paper_that_anybody_can_check(TestDatabase db) throws IOException {
        Counter counter = Counter.on(db);
        Streets.open(db, Streets.EAST);
        counter.volunteer("resident");
        refused(() -> certified(counter, "resident"), 422, "no-hours");
        counter.count(counter.serve("resident"));
        CertificateJson certificate = certified(counter, "resident");
        assertThat(certificate.minutes()).isEqualTo(120);
        byte[] pdf = (byte[]) certificates(counter)
                .pdf(as(counter, "resident"), certificate.id(), "zh-CN", "e.example:8443", "https")
                .getEntity();
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(text(pdf)).contains("https://e.example:8443/m/points/open/certificates");
        CertificateCheckJson check = certificates(counter)
                .check(certificate.code().toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 "));
        assertThat(check.name()).isEqualTo("n**");
        assertThat(check.holds()).isTrue();
        refused(() -> certificates(counter).check("2222222222222222"), 404, "not-found");
        refused(
                () -> certificates(counter).pdf(as(counter, "neighbour"), certificate.id(), null, null, null),
                404,
                "not-found");
        refused(
                () -> certificates(counter)
                        .issue(as(counter, "resident"), null, new NewCertificateJson(null, "340603999")),
                422,
                "unknown-street");
    }

    @EachDatabase
    void a_host_that_could_be_none_is_printed_on_no_certificate(TestDatabase db) throws IOException {
        Counter counter = Counter.on(db);
        Streets.open(db, Streets.EAST);
        counter.volunteer("resident");
        counter.count(counter.serve("resident"));
        String id = certified(counter, "resident").id();
        for (String host :
                List.of("", "e.example/../x", "user@e.example", "e.example\u0000", "恶.example", "x".repeat(101))) {
            assertThat(text((byte[]) certificates(counter)
                            .pdf(as(counter, "resident"), id, null, host, "https")
                            .getEntity()))
                    .doesNotContain("http");
        }
        assertThat(text((byte[]) certificates(counter)
                        .pdf(as(counter, "resident"), id, null, "127.0.0.1:8181", "javascript")
                        .getEntity()))
                .contains("http://127.0.0.1:8181/m/points/open/certificates");
    }

    @EachDatabase
    void a_certificate_of_which_hours_were_struck_is_told_to_hold_no_longer(TestDatabase db) {
        Counter counter = Counter.on(db);
        Streets.open(db, Streets.EAST);
        counter.volunteer("resident");
        SignupJson served = counter.serve("resident");
        counter.count(served);
        String code = certified(counter, "resident").code();
        counter.place()
                .resource(SignupResource.class)
                .strike(as(counter, "street.east"), served.id(), new ReasonJson("was not there"));
        CertificateCheckJson check = certificates(counter).check(code);
        assertThat(check.holds()).isFalse();
        assertThat(check.minutes()).isEqualTo(120);
    }

    private static String text(byte[] pdf) throws IOException {
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    }

    @EachDatabase
    void a_coordinator_has_hours_certified_for_who_has_no_phone_and_no_other_office_has(TestDatabase db) {
        Counter counter = Counter.on(db);
        Streets.open(db, Streets.EAST);
        String id = counter.volunteer("resident").id();
        counter.count(counter.serve("resident"));
        NewCertificateJson wanted = new NewCertificateJson(id, null);
        CertificateJson certificate = (CertificateJson) certificates(counter)
                .issue(as(counter, "community"), null, wanted)
                .getEntity();
        assertThat(certificate.account()).isEqualTo("resident");
        assertThat(certificate.street()).isEqualTo("340603002");
        assertThat(certificates(counter)
                        .pdf(as(counter, "community"), certificate.id(), "en-GB", null, null)
                        .getStatus())
                .isEqualTo(200);
        refused(() -> certificates(counter).issue(as(counter, "street.west"), null, wanted), 404, "not-found");
        refused(() -> certificates(counter).issue(as(counter, "neighbour"), null, wanted), 404, "not-found");
    }

    @EachDatabase
    void a_district_erases_nobody_of_another(TestDatabase db) {
        Counter counter = Counter.on(db);
        ErasuresResource erasures = counter.place().resource(ErasuresResource.class);
        counter.place().person("other", Role.DISTRICT, "340604");
        counter.volunteer("resident");
        for (String account : List.of("resident", "neighbour", "ghost")) {
            refused(() -> erasures.erase(as(counter, "other"), new ErasureJson(account)), 404, "not-found");
        }
        assertThat(counter.place()
                        .resource(VolunteersResource.class)
                        .me(as(counter, "resident"))
                        .items())
                .hasSize(1);
        assertThat(erasures.erase(as(counter, "district"), new ErasureJson("resident"))
                        .getStatus())
                .isEqualTo(204);
    }

    @EachDatabase
    void people_have_themselves_erased_and_nobody_else(TestDatabase db) {
        Counter counter = Counter.on(db);
        Streets.open(db, Streets.EAST);
        ErasuresResource erasures = counter.place().resource(ErasuresResource.class);
        counter.volunteer("resident");
        counter.count(counter.serve("resident"));
        refused(() -> erasures.erase(as(counter, "neighbour"), new ErasureJson("resident")), 403, "forbidden");
        refused(() -> erasures.erase(as(counter, "community"), new ErasureJson("resident")), 403, "forbidden");
        assertThat(erasures.erase(as(counter, "resident"), new ErasureJson("resident"))
                        .getStatus())
                .isEqualTo(204);
        assertThat(counter.place()
                        .resource(VolunteersResource.class)
                        .me(as(counter, "resident"))
                        .items())
                .isEmpty();
        erasures.erase(as(counter, "district"), new ErasureJson("resident"));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }
}
