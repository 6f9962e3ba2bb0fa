package org.ezhili.platform.gateway.internal.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Version;

class WebFoldersTest {

    private final AtomicReference<Optional<Version>> live = new AtomicReference<>(Optional.empty());
    private final WebFolders folders =
            new WebFolders(made(BundleContext.class, Map.of("getBundles", new Bundle[0])), id -> live.get());
    private final BundleEvent event = new BundleEvent(BundleEvent.STARTED, bundle("9.0.0"));

    private static Bundle bundle(String version) {
        Dictionary<String, String> headers = new Hashtable<>(Map.of("Ezhili-Web", "console"));
        return made(
                Bundle.class,
                Map.of("getHeaders", headers, "getVersion", Version.parseVersion(version), "getLastModified", 1L));
    }

    private static <T> T made(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void the_newest_is_shown_whatever_came_first() {
        WebFolder fresh = folders.addingBundle(bundle("1.1.0"), event);
        folders.addingBundle(bundle("1.0.0"), event);
        assertThat(folders.find("console")).containsSame(fresh);
    }

    @Test
    void the_screens_of_the_live_version_are_shown_while_a_newer_one_stands_by() {
        WebFolder before = folders.addingBundle(bundle("1.0.0"), event);
        live.set(Optional.of(Version.parseVersion("1.0.0")));
        WebFolder fresh = folders.addingBundle(bundle("1.1.0"), event);
        assertThat(folders.find("console")).containsSame(before);
        live.set(Optional.of(Version.parseVersion("1.1.0")));
        assertThat(folders.find("console")).containsSame(fresh);
        assertThat(folders.all()).containsExactly(fresh);
    }

    @Test
    void a_page_that_is_open_goes_on_with_the_build_it_came_with() {
        WebFolder before = folders.addingBundle(bundle("1.0.0"), event);
        folders.addingBundle(bundle("1.1.0"), event);
        assertThat(folders.find("console", before.version())).containsSame(before);
        assertThat(folders.find("console", "0.9.0-1")).isEmpty();
    }

    @Test
    void after_a_roll_back_the_one_before_is_shown_again() {
        Bundle after = bundle("1.1.0");
        WebFolder before = folders.addingBundle(bundle("1.0.0"), event);
        WebFolder fresh = folders.addingBundle(after, event);
        folders.removedBundle(after, event, fresh);
        assertThat(folders.find("console")).containsSame(before);
        folders.removedBundle(after, event, before);
        assertThat(folders.find("console")).isEmpty();
        assertThat(folders.all()).isEmpty();
    }
}
