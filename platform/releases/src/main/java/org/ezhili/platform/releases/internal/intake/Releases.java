package org.ezhili.platform.releases.internal.intake;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ezhili.platform.releases.internal.store.ReleaseStore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The releases of modules that can be installed in this district: those that have arrived, and those of the distribution. Thread-safe. */
@Component(service = Releases.class)
public final class Releases {

    private static final Comparator<Release> ORDER =
            Comparator.comparing(Release::module).thenComparing(Release::version);

    private final ReleaseStore store;
    private final List<Release> builtIn;

    @Activate
    public Releases(@Reference ReleaseStore store, BundleContext context) {
        this(store, systemFolder(context));
    }

    Releases(ReleaseStore store, Path system) {
        this.store = store;
        this.builtIn = BuiltIn.in(system);
    }

    private static Path systemFolder(BundleContext context) {
        return Path.of(context.getProperty("karaf.home"), context.getProperty("karaf.default.repository"));
    }

    public Optional<Release> find(String module, Version version) {
        return builtIn.stream()
                .filter(release ->
                        release.module().equals(module) && release.version().equals(version))
                .findFirst()
                .or(() -> store.find(module, version));
    }

    /** Those of one module, oldest version first. */
    public List<Release> list(String module) {
        return merged(Optional.of(module));
    }

    /** All of them, by module and version. */
    public List<Release> list() {
        return merged(Optional.empty());
    }

    /**
     * Makes sure that this node has the release: fetches it and verifies it anew when it has not.
     *
     * @return address of its features repository, which the features service can resolve
     */
    public URI ensureHere(Release release) {
        return URI.create(release.features());
    }

    private List<Release> merged(Optional<String> module) {
        Stream<Release> came = builtIn.stream()
                .filter(release -> module.map(release.module()::equals).orElse(true));
        return Stream.concat(came, store.list(module).stream()).sorted(ORDER).toList();
    }
}
