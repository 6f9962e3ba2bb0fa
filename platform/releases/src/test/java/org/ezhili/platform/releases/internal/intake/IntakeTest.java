package org.ezhili.platform.releases.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.internal.blobs.FolderBlobStore;
import org.ezhili.platform.releases.internal.archive.Crate;
import org.ezhili.platform.releases.internal.archive.District;
import org.ezhili.platform.releases.internal.archive.Keys;
import org.ezhili.platform.releases.internal.intake.Intake.Taken;
import org.ezhili.platform.releases.internal.store.ReleaseStore;
import org.ezhili.platform.releases.internal.trust.Signatures;
import org.ezhili.platform.releases.internal.trust.TrustStore;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class IntakeTest {

    private static final Caller IT = new Caller("it", "it", List.of(), Map.of());
    private static final Version NEW = new Version(1, 1, 0);

    @TempDir
    static Path shop;

    private static Keys keys;

    @TempDir
    Path folder;

    private final List<String> audited = Collections.synchronizedList(new ArrayList<>());
    private final Audit audit = (who, action, subject, area, outcome) -> audited.add(action + " " + outcome);
    private final Live live = new Live();

    @BeforeAll
    static void make_keys() {
        keys = Keys.in(shop)
                .make("vendor", "-startdate", "-1d", "-validity", "5")
                .trust("vendor", "vendor");
        keys.make("stranger");
    }

    @EachDatabase
    void what_has_passed_is_kept_and_found_on_this_node(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        Taken taken = node.take(signed("1.1.0"));

        assertThat(taken.fresh()).isTrue();
        Release release = node.releases.find("patrol", NEW).orElseThrow();
        assertThat(release.arrival().orElseThrow().by()).isEqualTo("it");
        assertThat(release.arrival().orElseThrow().signer()).contains("CN=vendor");
        assertThat(node.releases.ensureHere(release))
                .hasToString("mvn:org.ezhili/org.ezhili.features.patrol/1.1.0/xml/features");
        assertThat(node.provider("1.1.0")).exists();
        assertThat(audited).containsExactly("releases.install done");
    }

    @EachDatabase
    void the_same_archive_twice_is_the_same_release(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        Path archive = signed("1.1.0");
        node.take(archive);
        assertThat(node.take(archive).fresh()).isFalse();
        assertThat(node.releases.list("patrol")).hasSize(1);
        assertThat(audited).containsExactly("releases.install done", "releases.install repeated");
    }

    @EachDatabase
    void the_same_version_with_another_content_is_refused(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        node.take(signed("1.1.0"));
        Crate other = Crate.patrol(folder, "1.1.0");
        other.provider.entry("more.txt", "more");
        refused("release-differs", () -> node.take(keys.sign(other.file(), "vendor")));
        refused(
                "release-differs",
                () -> node.take(keys.sign(
                        Crate.patrol(folder, "1.1.0").declared("巡逻", "夜巡").file(), "vendor")));
        assertThat(audited).endsWith("releases.install release-differs");
        node.isClean();
    }

    @EachDatabase
    void an_older_one_than_what_is_live_is_refused_unless_it_is_for_a_roll_back(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        live.versions.put("patrol", new Version(1, 2, 0));
        Path archive = signed("1.1.0");
        refused("release-replayed", () -> node.take(archive));
        assertThat(node.releases.list()).isEmpty();
        assertThat(node.blobs()).isEmpty();
        assertThat(node.intake.take(IT, Files.newInputStream(archive), -1, true).fresh())
                .isTrue();
    }

    @EachDatabase
    void a_refusal_is_on_record_and_leaves_nothing(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        refused(
                "signer-unknown",
                () -> node.take(keys.sign(Crate.patrol(folder, "1.1.0").file(), "stranger")));
        refused(
                "archive-unsigned",
                () -> node.take(Crate.patrol(folder, "1.1.0").file()));
        refused("archive-not-zip", () -> node.take(Files.writeString(folder.resolve("x"), "x".repeat(100))));
        assertThat(audited)
                .containsExactly(
                        "releases.install signer-unknown",
                        "releases.install archive-unsigned",
                        "releases.install archive-not-zip");
        assertThat(node.releases.list()).isEmpty();
        assertThat(node.blobs()).isEmpty();
        assertThat(node.provider("1.1.0")).doesNotExist();
        node.isClean();
    }

    @EachDatabase
    void one_that_is_cut_off_on_its_way_leaves_nothing_and_calls_nobody(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        InputStream cutOff = CutOff.after(1000, signed("1.1.0"));
        refused("archive-cut-off", () -> node.intake.take(IT, cutOff, -1, false));
        assertThat(audited).containsExactly("releases.install archive-cut-off");
        assertThat(node.blobs()).isEmpty();
        node.isClean();
    }

    @EachDatabase
    void without_room_on_the_disk_it_is_refused_and_cleared(TestDatabase db) throws IOException {
        Node full = new Node(db, folder.resolve("full"), new Disk(Long.MAX_VALUE / 2));
        refused("disk-full", () -> full.take(signed("1.1.0")));
        Node node = node(db, "a");
        InputStream runsOut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }
        };
        refused("disk-full", () -> node.intake.take(IT, runsOut, -1, false));
        assertThat(audited).containsExactly("releases.install disk-full", "releases.install disk-full");
        full.isClean();
        node.isClean();
    }

    @EachDatabase
    void a_blob_store_that_is_away_means_later(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        Files.writeString(folder.resolve("blobs"), "a file where the folder should be");
        refused("archive-not-kept", () -> node.take(signed("1.1.0")));
        assertThat(node.releases.list()).isEmpty();
        Files.delete(folder.resolve("blobs"));
        assertThat(node.take(signed("1.1.0")).fresh()).isTrue();
    }

    @EachDatabase
    void an_archive_over_the_limit_is_refused_before_it_is_read(TestDatabase db) {
        Node node = node(db, "a");
        InputStream never = new ByteArrayInputStream(new byte[10]);
        refused("archive-too-long", () -> node.intake.take(IT, never, Disk.LONGEST + 1, false));
        node.isClean();
    }

    @EachDatabase
    void another_node_fetches_it_and_looks_again(TestDatabase db) throws IOException {
        node(db, "a").take(signed("1.1.0"));
        Node other = node(db, "b");
        assertThat(other.provider("1.1.0")).doesNotExist();
        other.releases.ensureHere(other.releases.find("patrol", NEW).orElseThrow());
        assertThat(other.provider("1.1.0")).exists();
        other.isClean();
    }

    @EachDatabase
    void a_certificate_that_has_run_out_since_is_no_reason_to_lose_a_release(TestDatabase db) throws IOException {
        node(db, "a").take(signed("1.1.0"));
        db.clock().forward(Duration.ofDays(400));
        Node other = node(db, "b");
        other.releases.ensureHere(other.releases.find("patrol", NEW).orElseThrow());
        assertThat(other.provider("1.1.0")).exists();
        refused("signer-expired", () -> other.take(signed("1.2.0")));
    }

    @EachDatabase
    void what_was_altered_in_the_blob_store_is_not_taken(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        node.take(signed("1.1.0"));
        Path portion = node.blobs().get(0);
        byte[] bytes = Files.readAllBytes(portion);
        bytes[bytes.length / 2] ^= 1;
        Files.write(portion, bytes);
        Node other = node(db, "b");
        Release release = other.releases.find("patrol", NEW).orElseThrow();
        assertThatThrownBy(() -> other.releases.ensureHere(release)).isInstanceOf(IOException.class);
        Files.delete(portion);
        assertThatThrownBy(() -> other.releases.ensureHere(release)).isInstanceOf(IOException.class);
        assertThat(other.provider("1.1.0")).doesNotExist();
        other.isClean();
    }

    @EachDatabase
    void what_was_lost_on_a_node_is_laid_out_again(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        node.take(signed("1.1.0"));
        Files.delete(node.provider("1.1.0"));
        node.releases.ensureHere(node.releases.find("patrol", NEW).orElseThrow());
        assertThat(node.provider("1.1.0")).exists();
    }

    @EachDatabase
    void what_is_taken_away_is_gone_but_not_what_others_share(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        node.take(signed("1.1.0"));
        node.take(signed("1.2.0"));
        node.intake.remove(IT, "patrol", NEW);
        assertThat(node.releases.find("patrol", NEW)).isEmpty();
        assertThat(node.provider("1.1.0")).doesNotExist();
        assertThat(node.provider("1.2.0")).exists();
        assertThat(node.file("org.ezhili.patrol.api", "1.0.0")).exists();
        assertThat(node.blobs()).hasSize(1);
        assertThat(audited).endsWith("releases.remove done");
        refused("not-found", () -> node.intake.remove(IT, "patrol", NEW));
    }

    @EachDatabase
    void after_it_was_taken_away_its_version_is_free_on_every_node(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        Node other = node(db, "b");
        node.take(signed("1.1.0"));
        other.releases.ensureHere(other.releases.find("patrol", NEW).orElseThrow());
        node.intake.remove(IT, "patrol", NEW);
        Crate corrected = Crate.patrol(folder, "1.1.0");
        corrected.provider.entry("more.txt", "more");
        assertThat(other.take(keys.sign(corrected.file(), "vendor")).fresh()).isTrue();
    }

    @EachDatabase
    void the_live_one_stays(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        node.take(signed("1.1.0"));
        live.decided.put("patrol", NEW);
        refused("release-live", () -> node.intake.remove(IT, "patrol", NEW));
    }

    @EachDatabase
    void what_came_with_the_distribution_is_known_and_stays(TestDatabase db) throws IOException {
        Path there = folder.resolve("system/org/ezhili/org.ezhili.features.patrol/1.0.0");
        Files.createDirectories(there);
        Files.writeString(
                there.resolve("org.ezhili.features.patrol-1.0.0-features.xml"),
                "<features name=\"p\" xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\">"
                        + "<feature name=\"ezhili-patrol\" version=\"1.0.0\"/></features>");
        Node node = node(db, "a");
        node.take(signed("1.1.0"));
        assertThat(node.releases.list()).extracting(Release::toString).containsExactly("patrol/1.0.0", "patrol/1.1.0");
        assertThat(node.releases
                        .find("patrol", new Version(1, 0, 0))
                        .orElseThrow()
                        .isBuiltIn())
                .isTrue();
        refused("release-built-in", () -> node.intake.remove(IT, "patrol", new Version(1, 0, 0)));
        refused("release-differs", () -> node.take(signed("1.0.0")));
    }

    @EachDatabase
    void versions_are_listed_as_they_count_not_as_they_are_spelt(TestDatabase db) throws IOException {
        Node node = node(db, "a");
        for (String version : List.of("1.10.0", "1.2.0", "1.9.0")) {
            node.take(signed(version));
        }
        assertThat(node.releases.list("patrol"))
                .extracting(release -> release.version().toString())
                .containsExactly("1.2.0", "1.9.0", "1.10.0");
        assertThat(node.releases.list("points")).isEmpty();
    }

    @EachDatabase
    void two_who_bring_the_same_version_at_once_leave_one(TestDatabase db) throws Exception {
        Node a = node(db, "a");
        Node b = node(db, "b");
        Crate other = Crate.patrol(folder, "1.1.0");
        other.provider.entry("more.txt", "more");
        Path one = signed("1.1.0");
        Path two = keys.sign(other.file(), "vendor");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = pool.submit(() -> outcome(start, a, one));
            Future<String> second = pool.submit(() -> outcome(start, b, two));
            start.countDown();
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("taken", "release-differs");
        } finally {
            pool.shutdownNow();
        }
        assertThat(a.releases.list("patrol")).hasSize(1);
        Release kept = a.releases.find("patrol", NEW).orElseThrow();
        a.releases.ensureHere(kept);
        b.releases.ensureHere(kept);
    }

    private static String outcome(CountDownLatch start, Node node, Path archive) throws Exception {
        start.await();
        try {
            node.take(archive);
            return "taken";
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private Path signed(String version) {
        return keys.sign(Crate.patrol(folder, version).file(), "vendor");
    }

    private Node node(TestDatabase db, String name) {
        db.clock()
                .moveTo(
                        Instant.now().isAfter(db.clock().instant())
                                ? Instant.now()
                                : db.clock().instant());
        return new Node(db, folder.resolve(name), new Disk(0));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().code())
                .as(refused.problem().toString())
                .isEqualTo(code));
    }

    /** A node of the district: its own disk, the district's database and blob store. */
    private final class Node {
        private final Path own;
        private final Releases releases;
        private final Intake intake;

        Node(TestDatabase db, Path own, Disk disk) {
            this.own = own;
            ReleaseStore store = new ReleaseStore(db.database());
            BlobStore blobs = new FolderBlobStore(folder.resolve("blobs"));
            Signatures signatures = new Signatures(new TrustStore(keys.trustStore(), Keys.PASSWORD));
            Dock dock = new Dock(
                    store, own, disk, signatures, new District(own.resolve("repository"), folder.resolve("system")));
            this.releases = new Releases(store, dock, blobs, folder.resolve("system"));
            this.intake = new Intake(store, releases, dock, blobs, live, audit, db.clock());
        }

        Taken take(Path archive) throws IOException {
            try (InputStream in = Files.newInputStream(archive)) {
                return intake.take(IT, in, Files.size(archive), false);
            }
        }

        Path provider(String version) {
            return file("org.ezhili.patrol.provider", version);
        }

        Path file(String name, String version) {
            return own.resolve("repository/org/ezhili/" + name + "/" + version + "/" + name + "-" + version + ".jar");
        }

        List<Path> blobs() throws IOException {
            Path blobs = folder.resolve("blobs");
            if (!Files.exists(blobs)) {
                return List.of();
            }
            try (Stream<Path> all = Files.walk(blobs)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }

        /** Nothing of an arrival is left in the folder of arrivals. */
        void isClean() {
            assertThat(own.resolve("incoming")).isEmptyDirectory();
        }
    }
}
