package org.ezhili.distribution.systemtests.container;

import static org.ezhili.distribution.systemtests.container.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.ezhili.distribution.systemtests.container.fixture.Listening;
import org.ezhili.distribution.systemtests.container.fixture.Unmarked;
import org.ezhili.platform.module.Module;
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
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.Version;

/** What a container alone can prove: it resolves, wires, appears, disappears, and comes back. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ThePlatformInKarafIT {

    private static final String MATTERS = "org.ezhili.matters.provider";
    private static final String GRID = "org.ezhili.grid.provider";
    private static final String CATEGORIES = "/api/matters/v1/categories";
    private static final String AREAS = "/api/grid/v1/areas";
    private static final List<String> MODULES =
            List.of("grid", "matters", "platform", "points", "releases", "security");

    @Inject
    private BundleContext context;

    private Caller administrator;

    @Configuration
    public static Option[] configuration() {
        return KarafOptions.all();
    }

    @Before
    public void all_modules_are_live() throws Exception {
        eventually("all modules are live", () -> live().containsAll(MODULES));
        administrator = Caller.administrator();
    }

    @Test
    public void every_bundle_is_active() {
        List<String> others = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != (isFragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE))
                .map(bundle -> bundle + " in state " + bundle.getState())
                .toList();

        assertEquals(List.of(), others);
    }

    @Test
    public void there_is_neither_blueprint_nor_spring() {
        List<String> found = Arrays.stream(context.getBundles())
                .map(Bundle::getSymbolicName)
                .filter(name -> name.contains("blueprint") || name.contains("springframework"))
                .toList();

        assertEquals(List.of(), found);
    }

    @Test
    public void every_module_is_well() throws Exception {
        HttpResponse<String> health = administrator.get("/health");

        assertEquals(health.body(), 200, health.statusCode());
        MODULES.forEach(module -> assertTrue(health.body(), health.body().contains("\"id\":\"" + module + "\"")));
    }

    @Test
    public void a_module_that_stops_is_away_for_a_moment_and_the_others_serve_on() throws Exception {
        Bundle matters = bundle(MATTERS);
        assertEquals(200, administrator.get(CATEGORIES).statusCode());

        matters.stop();
        try {
            HttpResponse<String> away = administrator.get(CATEGORIES);
            assertEquals(away.body(), 503, away.statusCode());
            assertEquals("module-away", Caller.field(away, "code"));
            assertTrue(away.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
            assertEquals(200, administrator.get(AREAS).statusCode());
        } finally {
            matters.start();
        }

        eventually("matters serve again", () -> administrator.get(CATEGORIES).statusCode() == 200);
    }

    @Test
    public void a_module_whose_needed_module_is_away_says_so() throws Exception {
        Caller resident = Caller.resident();
        Bundle grid = bundle(GRID);
        grid.stop();
        try {
            assertEquals(200, administrator.get(CATEGORIES).statusCode());
            HttpResponse<String> report = resident.post(
                    "/api/matters/v1/matters",
                    "{\"category\":\"C0103\",\"description\":\"x\",\"area\":\"340603002001001\"}");
            assertEquals(report.body(), 503, report.statusCode());
            assertEquals("module-away", Caller.field(report, "code"));
        } finally {
            grid.start();
        }
        eventually("the grid serves again", () -> administrator.get(AREAS).statusCode() == 200);
        resident.report();
    }

    @Test
    public void stopping_and_starting_leaves_nothing_behind() throws Exception {
        for (String name : List.of(MATTERS, GRID)) {
            restart(name);
            TreeMap<String, Long> services = services();
            Set<String> threads = threads();

            restart(name);
            restart(name);

            eventually(
                    "as many services as before: " + services, () -> services().equals(services));
            eventually("no thread more than " + threads, () -> threads.containsAll(threads()));
        }
    }

    @Test
    public void a_module_with_a_method_that_does_not_say_who_may_call_it_is_not_served() throws Exception {
        Bundle careless = FixtureBundle.start(context, Unmarked.class);
        try {
            HttpResponse<String> answer = administrator.get("/api/unmarked/v1/secrets");

            assertEquals(answer.body(), 404, answer.statusCode());
            assertFalse(live().contains("unmarked"));
            assertEquals(200, administrator.get(AREAS).statusCode());
        } finally {
            careless.uninstall();
        }
    }

    @Test
    public void a_new_module_is_told_of_what_happens_in_others_and_its_job_runs() throws Exception {
        Queue<String> notes = new ConcurrentLinkedQueue<>();
        ServiceRegistration<?> given = context.registerService(Queue.class, notes, null);
        Bundle listening = FixtureBundle.start(context, Listening.class);
        try {
            eventually("the new module is live", () -> live().contains("listening"));
            eventually(
                    "its job runs again and again",
                    () -> notes.stream().filter("tick"::equals).count() >= 2);

            String matter = Caller.resident().report();

            eventually("it is told of the report", () -> notes.contains("reported " + matter));
            assertEquals(
                    1,
                    notes.stream()
                            .filter(note -> note.equals("reported " + matter))
                            .count());
        } finally {
            listening.uninstall();
            given.unregister();
        }
        assertFalse(live().contains("listening"));
    }

    @Test
    public void a_providers_update_restarts_no_other_bundle() throws Exception {
        List<String> moved = new CopyOnWriteArrayList<>();
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.STOPPED || event.getType() == BundleEvent.UNRESOLVED) {
                moved.add(event.getBundle().getSymbolicName());
            }
        };
        for (String name : List.of(MATTERS, GRID)) {
            moved.clear();
            context.addBundleListener(listener);
            try {
                update(bundle(name));
            } finally {
                context.removeBundleListener(listener);
            }
            assertEquals(Set.of(name), new TreeSet<>(moved));
        }
        eventually(
                "both serve again",
                () -> administrator.get(CATEGORIES).statusCode() == 200
                        && administrator.get(AREAS).statusCode() == 200);
        Caller.resident().report();
    }

    private void update(Bundle bundle) throws Exception {
        Version version = bundle.getVersion();
        String jar = bundle.getSymbolicName() + "-" + version + ".jar";
        Path file = Path.of(
                System.getProperty("karaf.home"),
                "system/org/ezhili",
                bundle.getSymbolicName(),
                version.toString(),
                jar);
        bundle.update(Files.newInputStream(file));
        eventually(bundle + " is active again", () -> bundle.getState() == Bundle.ACTIVE);
    }

    private void restart(String name) throws Exception {
        Bundle bundle = bundle(name);
        bundle.stop();
        assertEquals(0, bundle.getRegisteredServices() == null ? 0 : bundle.getRegisteredServices().length);
        bundle.start();
        eventually("all modules are live again", () -> live().containsAll(MODULES));
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get("Fragment-Host") != null;
    }

    private Set<String> live() throws Exception {
        Set<String> ids = new TreeSet<>();
        for (ServiceReference<Module> reference : context.getServiceReferences(Module.class, "(ezhili.live=true)")) {
            ids.add(String.valueOf(reference.getProperty("ezhili.module")));
        }
        return ids;
    }

    /** How many services there are of each kind. */
    private TreeMap<String, Long> services() throws Exception {
        return Arrays.stream(context.getAllServiceReferences(null, null))
                .map(reference ->
                        reference.getBundle() + " " + Arrays.toString((Object[]) reference.getProperty("objectClass")))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** The kinds of threads there are: names without their numbers. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("[0-9]+", "#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
