package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ezhili.platform.releases.internal.archive.FeatureList;
import org.ezhili.platform.releases.internal.archive.MavenName;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The releases that came with the distribution: features repositories in its {@code system} folder that hold one module's feature. */
final class BuiltIn {

    private static final Logger LOG = LoggerFactory.getLogger(BuiltIn.class);
    private static final String FEATURE = "ezhili-";
    private static final String ENDING = "-features.xml";

    private BuiltIn() {}

    static List<Release> in(Path system) {
        if (!Files.isDirectory(system)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(system)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .flatMap(file -> release(system, file).stream())
                    .toList();
        } catch (IOException e) {
            LOG.error("{} cannot be read: which releases came with the distribution is not known", system, e);
            return List.of();
        }
    }

    private static Optional<Release> release(Path system, Path file) {
        Optional<MavenName> name =
                MavenName.ofPath(system.relativize(file).toString().replace('\\', '/'));
        try (InputStream in = Files.newInputStream(file)) {
            List<FeatureList.Feature> features = FeatureList.read(in).features();
            return name.filter(known ->
                            features.size() == 1 && features.get(0).name().startsWith(FEATURE))
                    .map(known -> of(features.get(0), known));
        } catch (IOException | IllegalArgumentException notAModule) {
            LOG.debug("{} holds no module", file, notAModule);
            return Optional.empty();
        }
    }

    private static Release of(FeatureList.Feature feature, MavenName repository) {
        return new Release(
                feature.name().substring(FEATURE.length()),
                Version.parseVersion(feature.version()),
                repository.address(),
                Optional.empty());
    }
}
