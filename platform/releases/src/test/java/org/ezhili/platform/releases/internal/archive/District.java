package org.ezhili.platform.releases.internal.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/** A node that has the platform, in one version, and whatever a test puts there. */
public final class District implements Surroundings {

    public Version platform = new Version(1, 0, 0);
    public final Map<String, List<Version>> exports = new HashMap<>(Map.of(
            "org.ezhili.platform", List.of(new Version(1, 0, 0)),
            "org.ezhili.platform.module", List.of(new Version(1, 0, 0)),
            "org.ezhili.platform.security", List.of(new Version(1, 0, 0)),
            "org.ezhili.platform.persistence", List.of(new Version(1, 0, 0)),
            "org.ezhili.grid", List.of(new Version(1, 0, 0))));
    private final List<Path> repositories;

    public District(Path... repositories) {
        this.repositories = List.of(repositories);
    }

    @Override
    public Version platform() {
        return platform;
    }

    @Override
    public List<Version> exported(String packageName) {
        return exports.getOrDefault(packageName, List.of());
    }

    @Override
    public Optional<Path> here(MavenName name) {
        return repositories.stream()
                .map(repository -> repository.resolve(name.path()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public boolean isCore(String module) {
        return module.equals("security");
    }
}
