package org.ezhili.platform.modules.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.Sample;
import org.ezhili.platform.modules.internal.Streets;
import org.ezhili.platform.modules.internal.domain.settings.Picture;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.domain.settings.Version;
import org.ezhili.platform.modules.internal.settings.SettingsForms.Said;
import org.ezhili.platform.modules.internal.store.PictureStore;
import org.ezhili.platform.modules.internal.store.SettingsStore;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.junit.jupiter.api.AfterEach;

class SettingsDeskTest {

    private static final Scope EAST = new Scope(Sample.EAST, "matters");
    private static final Scope DISTRICT = new Scope(Sample.DISTRICT, "matters");
    private static final AreaCode GRID_OF_EAST = AreaCode.of("340603002001001");
    private static final Caller IT = caller("it", Sample.DISTRICT);
    private static final Caller EAST_OFFICE = caller("street.east", Sample.EAST);

    private final List<String> audited = Collections.synchronizedList(new ArrayList<>());
    private final Audit audit =
            (who, action, subject, area, outcome) -> audited.add(who.account() + " " + subject + " " + outcome);
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void stop_looking() {
        nodes.forEach(node -> node.book().stop());
    }

    @EachDatabase
    void a_street_s_own_value_goes_before_the_district_s_and_that_before_the_default(TestDatabase db) {
        Node node = node(db);
        assertThat(hours(node, GRID_OF_EAST)).isEqualTo(24);
        node.desk().set(IT, DISTRICT, 0, Map.of("hours", 12));
        assertThat(hours(node, GRID_OF_EAST)).isEqualTo(12);
        assertThat(hours(node, Sample.DISTRICT)).isEqualTo(12);
        node.desk().set(EAST_OFFICE, EAST, 0, Map.of("hours", 6));
        assertThat(hours(node, GRID_OF_EAST)).isEqualTo(6);
        assertThat(hours(node, Sample.WEST)).isEqualTo(12);
        assertThat(hours(node, Sample.DISTRICT)).isEqualTo(12);
        assertThat(node.desk().sheet(EAST_OFFICE, EAST).inherited()).containsEntry("hours", 12L);
        node.desk().set(EAST_OFFICE, EAST, 1, Map.of());
        assertThat(hours(node, GRID_OF_EAST)).isEqualTo(12);
        assertThat(audited)
                .containsExactly("it matters 1 set", "street.east matters 1 set", "street.east matters 2 set");
    }

    @EachDatabase
    void another_node_follows_within_a_second(TestDatabase db) {
        Node here = node(db);
        Node there = node(db);
        here.desk().set(IT, EAST, 0, Map.of("hours", 6));
        await().atMost(Duration.ofSeconds(1)).until(() -> hours(there, Sample.EAST) == 6);
        assertThat(hours(node(db), Sample.EAST)).isEqualTo(6);
    }

    @EachDatabase
    void who_has_not_seen_the_newest_version_changes_nothing(TestDatabase db) {
        Node node = node(db);
        node.desk().set(IT, EAST, 0, Map.of("hours", 6));
        refused(409, "settings-stale", () -> node.desk().set(EAST_OFFICE, EAST, 0, Map.of("hours", 7)));
        refused(409, "settings-stale", () -> node.desk().set(EAST_OFFICE, EAST, 2, Map.of("hours", 7)));
        refused(409, "settings-stale", () -> node.desk().revert(EAST_OFFICE, EAST, 0, 1));
        assertThat(hours(node, Sample.EAST)).isEqualTo(6);
    }

    @EachDatabase
    void of_many_at_once_one_wins_and_each_number_is_given_once(TestDatabase db) {
        Node node = node(db);
        long kept = IntStream.range(0, 12)
                .parallel()
                .filter(hour -> {
                    try {
                        node.desk().set(IT, EAST, 0, Map.of("hours", hour + 1));
                        return true;
                    } catch (ProblemException late) {
                        return false;
                    }
                })
                .count();
        assertThat(kept).isEqualTo(1);
        assertThat(history(node)).hasSize(1);
    }

    @EachDatabase
    void the_same_values_again_are_no_new_version(TestDatabase db) {
        Node node = node(db);
        node.desk().set(IT, EAST, 0, Map.of());
        assertThat(history(node)).isEmpty();
        node.desk().set(IT, EAST, 0, Map.of("hours", 6, "share", 0.25));
        node.desk().set(IT, EAST, 1, Map.of("hours", 6, "share", 0.25));
        assertThat(history(node)).hasSize(1);
    }

    @EachDatabase
    void who_changed_what_when_is_kept_and_an_earlier_version_can_be_taken_again(TestDatabase db) {
        Node node = node(db);
        node.desk().set(IT, EAST, 0, Map.of("hours", 6));
        node.desk().set(EAST_OFFICE, EAST, 1, Map.of("tone", "loud"));
        node.desk().revert(IT, EAST, 2, 1);
        assertThat(hours(node, Sample.EAST)).isEqualTo(6);
        assertThat(history(node)).extracting(Version::number).containsExactly(3, 2, 1);
        assertThat(history(node)).extracting(Version::by).containsExactly("it", "street.east", "it");
        assertThat(history(node).get(0).from()).contains(1);
        assertThat(history(node).get(0).values()).isEqualTo(Map.of("hours", 6));
        assertThat(history(node).get(1).values()).isEqualTo(Map.of("tone", "loud"));
        assertThat(audited).endsWith("it matters 3 back-to-1");
        refused(404, "not-found", () -> node.desk().revert(IT, EAST, 3, 9));
        assertThat(node.desk()
                        .history(IT, EAST, new PageRequest(2, Optional.of("2")))
                        .items())
                .hasSize(1);
        refused(400, "bad-request", () -> node.desk().history(IT, EAST, new PageRequest(2, Optional.of("x"))));
    }

    @EachDatabase
    void what_does_not_fit_is_refused_and_nothing_changes(TestDatabase db) {
        Node node = node(db);
        refused(400, "bad-request", () -> node.desk().set(IT, EAST, 0, Map.of("hours", 0, "tone", "shrill")));
        refused(400, "bad-request", () -> node.desk().set(IT, EAST, 0, Map.of("colour", "red")));
        refused(404, "not-found", () -> node.desk().set(IT, new Scope(Sample.EAST, "nothing"), 0, Map.of()));
        assertThat(history(node)).isEmpty();
        assertThat(audited).isEmpty();
    }

    @EachDatabase
    void another_street_s_settings_are_not_there_and_a_try_is_written_down(TestDatabase db) {
        Node node = node(db);
        Scope west = new Scope(Sample.WEST, "matters");
        refused(404, "not-found", () -> node.desk().sheet(EAST_OFFICE, west));
        refused(404, "not-found", () -> node.desk().set(EAST_OFFICE, DISTRICT, 0, Map.of("hours", 6)));
        refused(404, "not-found", () -> node.desk().history(EAST_OFFICE, west, PageRequest.first(5)));
        refused(404, "not-found", () -> node.desk().revert(EAST_OFFICE, west, 1, 1));
        assertThat(audited).hasSize(4).allMatch(line -> line.equals("street.east matters foreign-area"));
        refused(404, "not-found", () -> node.desk().sheet(IT, new Scope(AreaCode.of("340603999"), "matters")));
        refused(404, "not-found", () -> node.desk().sheet(IT, new Scope(GRID_OF_EAST, "matters")));
    }

    @EachDatabase
    void after_an_upgrade_what_no_longer_fits_counts_as_not_set_and_comes_back_with_the_roll_back(TestDatabase db) {
        Node node = node(db);
        node.desk().set(IT, EAST, 0, Map.of("hours", 60, "greeting", "hello"));
        String tighter = Schemas.of(Schemas.field("hours", "integer", "'default':10,'maximum':20"));
        node.forms().set(Map.of("matters", List.of(new Said("2.0.0", tighter), new Said("1.0.0", Schemas.ALL_KINDS))));
        assertThat(hours(node, Sample.EAST)).isEqualTo(10);
        assertThat(node.book().of("matters", Sample.EAST).text("greeting")).isEqualTo("hello");
        assertThat(node.desk().sheet(IT, EAST).values()).isEmpty();
        node.desk().set(IT, EAST, 1, Map.of("hours", 11));
        refused(422, "settings-unfit", () -> node.desk().revert(IT, EAST, 2, 1));
        node.forms().set(Map.of("matters", List.of(new Said("1.0.0", Schemas.ALL_KINDS))));
        node.desk().revert(IT, EAST, 2, 1);
        assertThat(hours(node, Sample.EAST)).isEqualTo(60);
    }

    @EachDatabase
    void a_name_that_the_schema_lacks_is_the_module_s_own_mistake(TestDatabase db) {
        Node node = node(db);
        assertThatThrownBy(() -> node.book().of("matters", Sample.EAST).whole("weeks"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.book().of("matters", Sample.EAST).text("hours"))
                .isInstanceOf(IllegalArgumentException.class);
        refused(503, "starting", () -> node.book().of("teleport", Sample.EAST));
    }

    @EachDatabase
    void a_picture_is_shown_where_it_was_sent_for_and_kept_as_long_as_any_version_names_it(TestDatabase db) {
        Node node = node(db);
        Picture mine = node.pictures().add(Sample.EAST, image(900, 300, "png"));
        Picture other = node.pictures().add(Sample.WEST, image(64, 64, "jpeg"));
        Picture unused = node.pictures().add(Sample.EAST, image(64, 64, "png"));
        assertThat(List.of(mine.width(), mine.height())).containsExactly(480, 160);
        assertThat(node.pictures().png(String.valueOf(mine.id()))).startsWith(0x89, 'P', 'N', 'G');
        refused(400, "bad-request", () -> node.desk().set(IT, EAST, 0, Map.of("seal", "" + other.id())));
        refused(400, "bad-request", () -> node.desk().set(IT, EAST, 0, Map.of("seal", "99")));
        refused(400, "bad-request", () -> node.desk().set(IT, EAST, 0, Map.of("seal", "../1")));
        node.desk().set(IT, EAST, 0, Map.of("seal", "" + mine.id()));
        node.desk().set(IT, EAST, 1, Map.of());
        db.clock().forward(Duration.ofHours(25));
        node.pictures().discardUnused();
        refused(404, "not-found", () -> node.pictures().png("" + unused.id()));
        node.desk().revert(IT, EAST, 2, 1);
        assertThat(node.pictures().png("" + mine.id())).isNotEmpty();
        assertThat(blobs).hasSize(1);
    }

    @EachDatabase
    void what_is_no_picture_is_refused(TestDatabase db) {
        Node node = node(db);
        refused(415, "picture-type", () -> node.pictures().add(Sample.EAST, "<svg/>".getBytes()));
        refused(415, "picture-type", () -> node.pictures().add(Sample.EAST, new byte[0]));
        refused(415, "picture-type", () -> node.pictures().add(Sample.EAST, image(64, 64, "gif")));
        byte[] cut = java.util.Arrays.copyOf(image(300, 300, "png"), 60);
        refused(422, "picture-unreadable", () -> node.pictures().add(Sample.EAST, cut));
        refused(422, "picture-too-small", () -> node.pictures().add(Sample.EAST, image(8, 300, "png")));
        refused(422, "picture-too-large", () -> node.pictures().add(Sample.EAST, image(13_000, 20, "png")));
        assertThat(blobs).isEmpty();
    }

    private static List<Version> history(Node node) {
        return node.desk().history(IT, EAST, PageRequest.first(20)).items();
    }

    private static long hours(Node node, AreaCode area) {
        return node.book().of("matters", area).whole("hours");
    }

    private static void refused(int status, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            Problem problem = refusal.problem();
            assertThat(problem.status() + " " + problem.code()).isEqualTo(status + " " + code);
        });
    }

    private record Node(SettingsDesk desk, SettingsBook book, SettingsForms forms, Pictures pictures) {}

    private Node node(TestDatabase db) {
        SettingsForms forms = new SettingsForms();
        forms.set(Map.of("matters", List.of(new Said("1.0.0", Schemas.ALL_KINDS))));
        SettingsStore store = new SettingsStore(db.database(), db.clock());
        SettingsBook book = new SettingsBook(store, forms);
        Pictures pictures = new Pictures(new PictureStore(db.database()), new InMemory(blobs), db.ids(), db.clock());
        Streets streets = Sample.streets();
        Node node = new Node(new SettingsDesk(streets, forms, book, store, pictures, audit), book, forms, pictures);
        nodes.add(node);
        return node;
    }

    private static byte[] image(int width, int height, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller caller(String account, AreaCode area) {
        return new Caller(account, account, List.of(), Map.of(PlatformPermissions.SETTINGS, Set.of(area)));
    }

    private record InMemory(Map<String, byte[]> blobs) implements BlobStore {

        @Override
        public void put(String name, byte[] content) {
            blobs.put(name, content);
        }

        @Override
        public Optional<InputStream> get(String name) {
            return Optional.ofNullable(blobs.get(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public void delete(String name) {
            blobs.remove(name);
        }
    }
}
