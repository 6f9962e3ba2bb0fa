package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.releases.internal.archive.Hashes;
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
    private final Dock dock;
    private final Vault vault;
    private final List<Release> builtIn;

    @Activate
    public Releases(
            @Reference ReleaseStore store, @Reference Dock dock, @Reference BlobStore blobs, BundleContext context) {
        this(store, dock, blobs, Places.of(context).system());
    }

    Releases(ReleaseStore store, Dock dock, BlobStore blobs, Path system) {
        this.store = store;
        this.dock = dock;
        this.vault = new Vault(blobs);
        this.builtIn = BuiltIn.in(system);
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
     * Makes sure that this node has the release: fetches it and verifies it anew when it has not, with certificates as they stood
     * when it arrived.
     *
     * @return address of its features repository, which the features service can resolve
     * @throws IOException when it cannot be fetched, or is not what was verified then
     */
    public URI ensureHere(Release release) throws IOException {
        if (release.arrival().isPresent()
                && !dock.has(release, release.arrival().get())) {
            fetch(release, release.arrival().get());
        }
        return URI.create(release.features());
    }

    private void fetch(Release release, Arrival arrival) throws IOException {
        try (Folder folder = dock.open()) {
            boolean whole = vault.get(arrival.sha256(), arrival.bytes(), folder.archive());
            if (!whole || !Hashes.sha256(folder.archive()).equals(arrival.sha256())) {
                throw new IOException("the archive of " + release + " is not whole in the blob store");
            }
            dock.examine(folder, arrival.at(), passed -> {
                dock.shelve(passed, arrival.sha256());
                return release;
            });
        } catch (ProblemException refused) {
            throw new IOException(
                    release + ": " + refused.problem().code() + " "
                            + refused.problem().arguments(),
                    refused);
        }
    }

    private List<Release> merged(Optional<String> module) {
        Stream<Release> came = builtIn.stream()
                .filter(release -> module.map(release.module()::equals).orElse(true));
        return Stream.concat(came, store.list(module).stream()).sorted(ORDER).toList();
    }
}
