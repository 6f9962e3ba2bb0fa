package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Certificate;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Signup;

class CertificateStoreTest {

    private static Once issue(Scene scene, String key) {
        return scene.certificates.issue(
                IdempotencyKey.of("points.certificate", "wang", key, "wang"), "wang", "王", Optional.empty(), "wang");
    }

    private static Certificate issued(Scene scene, String key) {
        Once once = issue(scene, key);
        return scene.certificates
                .find(Long.parseLong(((Once.Done) once).answer()))
                .orElseThrow();
    }

    @EachDatabase
    void hours_that_count_are_certified_once_per_key_and_known_again_by_their_code(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        VolunteerStoreTest.refused("no-hours", () -> issue(scene, "k"));
        Activity activity = scene.activity(Duration.ofHours(1), new Quota("", 5, 0));
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        VolunteerStoreTest.refused("no-hours", () -> issue(scene, "k"));
        db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        Certificate certificate = issued(scene, "k");
        assertThat(issued(scene, "k")).isEqualTo(certificate);
        assertThat(certificate.minutes()).isEqualTo(120);
        assertThat(certificate.services()).isEqualTo(1);
        assertThat(certificate.stars()).isZero();
        assertThat(certificate.code()).matches("[2-9A-Z]{16}");
        assertThat(scene.certificates.ofCode(certificate.code())).contains(certificate);
        assertThat(scene.certificates.ofCode(certificate.code().toLowerCase(java.util.Locale.ROOT)))
                .isEmpty();
        assertThat(scene.certificates.of("wang", PageRequest.first(9)).items()).containsExactly(certificate);
        assertThat(scene.certificates.of("li", PageRequest.first(9)).items()).isEmpty();
    }

    @EachDatabase
    void a_certificate_of_hours_that_were_struck_since_does_not_hold(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(Duration.ofHours(1), new Quota("", 5, 0));
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        Certificate certificate = issued(scene, "k");
        assertThat(scene.certificates.stillHolds(certificate)).isTrue();
        scene.checkIns.strike(served, "fraud");
        assertThat(scene.certificates.stillHolds(certificate)).isFalse();
    }
}
