package org.ezhili.distribution.systemtests.container;

import static org.ezhili.distribution.systemtests.container.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.ezhili.distribution.systemtests.container.fixture.Blocking;
import org.ezhili.distribution.systemtests.container.fixture.Erring;
import org.ezhili.distribution.systemtests.container.fixture.Leaking;
import org.ezhili.distribution.systemtests.container.fixture.NeverReady;
import org.ezhili.distribution.systemtests.container.fixture.Streaming;
import org.ezhili.distribution.systemtests.container.fixture.ThirdParty;
import org.ezhili.distribution.systemtests.container.fixture.ThrowingAtStart;
import org.ezhili.distribution.systemtests.container.fixture.Unmarked;
import org.ezhili.distribution.systemtests.container.fixture.Unwell;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Refused;
import org.ezhili.platform.gateway.Switched;
import org.ezhili.platform.persistence.SchemaTroubles;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;

/** Each kind of bad module beside the good ones: they never notice, and district IT is told what is wrong. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BadModulesInKarafIT {

    private static final String AREAS = "/api/grid/v1/areas";
    private static final int PLENTY = 120;

    @Inject
    private BundleContext context;

    @Inject
    private LiveVersions versions;

    @Inject
    private SchemaTroubles troubles;

    private Caller administrator;
    private final List<Bundle> installed = new ArrayList<>();

    @Configuration
    public static Option[] configuration() {
        return KarafOptions.all();
    }

    @Before
    public void the_good_ones_serve() throws Exception {
        eventually("the good modules are live", () -> Stream.of(
                        "grid", "matters", "points", "platform", "releases", "security")
                .allMatch(module -> versions.live(module).isPresent()));
        administrator = Caller.administrator();
    }

    @After
    public void they_serve_on() throws Exception {
        for (Bundle bundle : installed) {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        }
        assertEquals(200, administrator.get(AREAS).statusCode());
        eventually(
                "all are well again", () -> administrator.get("/health").body().startsWith("{\"status\":\"up\""));
    }

    private Bundle install(FixtureBundle fixture) throws Exception {
        Bundle bundle = fixture.install(context);
        installed.add(bundle);
        return bundle;
    }

    private Bundle start(FixtureBundle fixture) throws Exception {
        Bundle bundle = install(fixture);
        bundle.start();
        return bundle;
    }

    private static void assertTells(LocalText text, String part) {
        assertTrue(text.zh(), text.zh().contains(part));
        assertTrue(text.en(), text.en().contains(part));
    }

    private LocalText refusal(Bundle bundle) {
        return versions.refused().stream()
                .filter(one -> one.bundle().equals(bundle))
                .map(Refused::reason)
                .findFirst()
                .orElseThrow();
    }

    private String code(String path) throws Exception {
        return Caller.field(administrator.get(path), "code");
    }

    @Test
    public void one_that_lacks_a_package_does_not_resolve() throws Exception {
        Bundle bundle = install(FixtureBundle.of(ThirdParty.class).importing("org.nowhere.lakes"));
        BundleException unresolved = assertThrows(BundleException.class, bundle::start);
        assertTrue(unresolved.getMessage(), unresolved.getMessage().contains("org.nowhere.lakes"));
    }

    @Test
    public void one_for_another_version_of_the_platform_does_not_resolve() throws Exception {
        Bundle bundle = install(FixtureBundle.of(ThirdParty.class)
                .with("Import-Package", "org.osgi.framework,org.ezhili.platform.module;version=\"[99,100)\""));
        BundleException unresolved = assertThrows(BundleException.class, bundle::start);
        assertTrue(unresolved.getMessage(), unresolved.getMessage().contains("99.0.0"));
    }

    @Test
    public void one_whose_schema_step_fails_is_away_and_the_reason_names_the_step() throws Exception {
        Bundle bundle = start(FixtureBundle.of(NeverReady.class)
                .with("Ezhili-Schema", "lakes")
                .file("db/V1__lakes.sql", "CREATE TABLE lakes.lake (id BIGINT PRIMARY KEY);")
                .file("db/V2__wrong.sql", "ALTER TABLE lakes.pond DROP COLUMN depth;"));
        eventually("the reason is known", () -> troubles.of(bundle).isPresent());
        String reason = troubles.of(bundle).orElse("");
        assertTrue(reason, reason.toLowerCase(Locale.ROOT).contains("pond"));
    }

    @Test
    public void one_that_throws_at_its_start_is_away() throws Exception {
        Bundle bundle = install(FixtureBundle.of(ThrowingAtStart.class));
        assertThrows(BundleException.class, bundle::start);
        assertEquals(Bundle.RESOLVED, bundle.getState());
    }

    @Test
    public void one_with_a_method_that_does_not_say_who_may_call_it_is_refused() throws Exception {
        Bundle bundle = start(FixtureBundle.of(Unmarked.class));
        assertTells(refusal(bundle), "OpenByMistake");
        assertEquals(404, administrator.get("/api/unmarked/v1/secrets").statusCode());
    }

    @Test
    public void one_that_wants_anothers_id_is_refused_and_the_owner_serves_on() throws Exception {
        Bundle impostor =
                start(FixtureBundle.of(Erring.class).with("Fixture-Id", "grid").with("Bundle-Version", "99.0.0"));
        assertTells(refusal(impostor), "org.ezhili.grid.provider");
        assertEquals(404, administrator.get("/api/grid/v1/errors/none").statusCode());
        assertTrue(versions.standing().stream().noneMatch(one -> one.bundle().equals(impostor)));
    }

    @Test
    public void one_that_wants_an_address_of_the_door_is_refused() throws Exception {
        for (String id : List.of("health", "ui", "metrics")) {
            Bundle bundle = start(FixtureBundle.of(ThirdParty.class)
                    .with("Fixture-Id", id)
                    .with("Bundle-SymbolicName", "fixture." + id));
            assertTells(refusal(bundle), id);
        }
        assertEquals(200, administrator.get("/health").statusCode());
    }

    @Test
    public void one_whose_health_check_fails_or_never_answers_is_told_and_delays_nobody() throws Exception {
        for (String kind : List.of("bad", "throws", "blocks")) {
            start(FixtureBundle.of(Unwell.class)
                    .with("Bundle-SymbolicName", "fixture." + kind)
                    .with("Fixture-Id", kind)
                    .with("Fixture-Health", kind));
        }
        long begin = System.nanoTime();
        HttpResponse<String> health = administrator.get("/health");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertEquals(health.body(), 200, health.statusCode());
        assertTrue(health.body(), health.body().startsWith("{\"status\":\"degraded\""));
        assertTrue(health.body(), health.body().contains("the water is low"));
        assertTrue(health.body(), health.body().contains("no lake here"));
        assertTrue(health.body(), health.body().contains("2 秒内没有回答"));
        assertTrue(took.toString(), took.toMillis() < 4_000);
        assertEquals(200, administrator.get("/api/platform/v1/modules").statusCode());
    }

    @Test
    public void whatever_is_thrown_in_one_is_a_problem_of_that_request_alone() throws Exception {
        start(FixtureBundle.of(Erring.class).with("Fixture-Id", "erring"));
        for (String kind : List.of("deep", "class", "memory", "array", "death", "assertion", "runtime")) {
            HttpResponse<String> answer = administrator.get("/api/erring/v1/errors/" + kind);
            assertEquals(kind + answer.body(), 500, answer.statusCode());
            assertEquals("internal", Caller.field(answer, "code"));
            assertEquals(
                    kind, 200, administrator.get("/api/erring/v1/errors/none").statusCode());
        }
    }

    @Test
    public void one_that_fails_again_and_again_is_held_back_and_comes_back_by_itself() throws Exception {
        start(FixtureBundle.of(Erring.class).with("Fixture-Id", "erring"));
        eventually(
                "it is held back", () -> code("/api/erring/v1/errors/runtime").equals("module-unwell"));
        HttpResponse<String> held = administrator.get("/api/erring/v1/errors/none");
        assertEquals(held.body(), 503, held.statusCode());
        assertTrue(held.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        assertTrue(administrator.get("/health").body().startsWith("{\"status\":\"degraded\""));
        assertTrue(administrator.get("/metrics").body().contains("ezhili_module_well{module=\"erring\""));
        assertEquals(200, administrator.get(AREAS).statusCode());
        eventually(
                "it is tried again",
                () -> administrator.get("/api/erring/v1/errors/none").statusCode() == 200);
        eventually(
                "it is well again",
                () -> administrator.get("/health").body().startsWith("{\"status\":\"up\"")
                                | code("/api/erring/v1/errors/none").isEmpty()
                        && administrator.get("/health").body().startsWith("{\"status\":\"up\""));
    }

    @Test
    public void an_answer_without_an_end_is_cut_off_and_fills_no_memory() throws Exception {
        start(FixtureBundle.of(Erring.class).with("Fixture-Id", "erring"));
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(administrator.length("/api/erring/v1/endless"));
        }
        assertEquals(200, administrator.get(AREAS).statusCode());
        for (CompletableFuture<Long> answer : answers) {
            long length = Math.abs(answer.get());
            assertTrue("cut off after " + length, length > 0 && length <= 65L << 20);
        }
    }

    @Test
    public void one_whose_requests_never_end_takes_its_share_of_threads_and_no_more() throws Exception {
        Bundle bundle = start(FixtureBundle.of(Blocking.class).with("Fixture-Id", "blocking"));
        List<CompletableFuture<HttpResponse<String>>> stuck = new ArrayList<>();
        for (int i = 0; i < PLENTY; i++) {
            stuck.add(administrator.begin("/api/blocking/v1/forever"));
        }
        eventually(
                "the rest is told to come again",
                () -> stuck.stream().filter(CompletableFuture::isDone).count() >= PLENTY - 64);
        for (CompletableFuture<HttpResponse<String>> answer : stuck) {
            if (answer.isDone()) {
                assertEquals("module-busy", Caller.field(answer.get(), "code"));
            }
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertEquals(200, administrator.get(AREAS).statusCode());
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 4_000);
        eventually("it counts as stuck", () -> code("/api/blocking/v1/quick").equals("module-unwell"));
        assertTrue(administrator.get("/health").body().contains("暂停转入"));
        bundle.stop();
        for (CompletableFuture<HttpResponse<String>> answer : stuck) {
            answer.get();
        }
        bundle.start();
        eventually(
                "it starts afresh",
                () -> administrator.get("/api/blocking/v1/quick").statusCode() == 200);
    }

    @Test
    public void a_crowd_of_short_requests_waits_and_nobody_is_turned_away() throws Exception {
        start(FixtureBundle.of(Blocking.class).with("Fixture-Id", "blocking"));
        List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
        for (int i = 0; i < 2 * PLENTY; i++) {
            crowd.add(administrator.begin("/api/blocking/v1/quick"));
        }
        for (CompletableFuture<HttpResponse<String>> answer : crowd) {
            assertEquals(200, answer.get().statusCode());
        }
    }

    @Test
    public void what_one_leaves_behind_is_told() throws Exception {
        Bundle tidy = start(FixtureBundle.of(Erring.class).with("Fixture-Id", "erring"));
        Bundle leaking = start(FixtureBundle.of(Leaking.class).with("Fixture-Id", "leaking"));
        assertEquals(200, administrator.get("/api/erring/v1/errors/none").statusCode());
        tidy.uninstall();
        leaking.uninstall();
        eventually("the leak is told", 60, () -> {
            System.gc();
            return versions.leftovers().stream()
                    .anyMatch(one ->
                            one.module().equals("leaking") && one.threads().contains(Leaking.THREAD));
        });
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(Leaking.THREAD))
                .forEach(Thread::interrupt);
        eventually("it is forgotten when it has gone", 60, () -> {
            System.gc();
            return versions.leftovers().stream().noneMatch(one -> one.module().equals("leaking"));
        });
    }

    @Test
    public void a_stream_ends_at_a_switch_and_who_comes_again_gets_the_new_version() throws Exception {
        start(FixtureBundle.of(Streaming.class).with("Fixture-Id", "streaming"));
        start(FixtureBundle.of(Streaming.class).with("Fixture-Id", "streaming").with("Bundle-Version", "1.1.0"));
        EventStream before = EventStream.open(administrator, "/api/streaming/v1/news");
        eventually("the first word comes at once", () -> before.lines().contains("data: 1.0.0"));
        assertFalse(before.isOver());

        Switched switched =
                versions.switchTo(Map.of("streaming", Version.parseVersion("1.1.0")), Duration.ofSeconds(10));

        assertTrue("an idle stream is no request to wait for", switched.quiet());
        assertTrue(switched.toString(), switched.draining().toMillis() < 5_000);
        eventually("the stream ends", before::isOver);
        EventStream after = EventStream.open(administrator, "/api/streaming/v1/news");
        eventually("the new version speaks", () -> after.lines().contains("data: 1.1.0"));
        assertFalse(after.isOver());
        installed.get(1).stop();
        eventually("a stop ends it too", after::isOver);
    }
}
