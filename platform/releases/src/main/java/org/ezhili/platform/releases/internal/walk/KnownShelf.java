package org.ezhili.platform.releases.internal.walk;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.ezhili.platform.releases.internal.intake.Release;
import org.ezhili.platform.releases.internal.intake.Releases;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes releases from among those that are known to the district. */
@Component(service = Shelf.class)
public final class KnownShelf implements Shelf {

    private final Releases releases;

    @Activate
    public KnownShelf(@Reference Releases releases) {
        this.releases = releases;
    }

    @Override
    public Optional<URI> take(String module, Version version) throws IOException {
        Optional<Release> release = releases.find(module, version);
        return release.isEmpty() ? Optional.empty() : Optional.of(releases.ensureHere(release.get()));
    }
}
