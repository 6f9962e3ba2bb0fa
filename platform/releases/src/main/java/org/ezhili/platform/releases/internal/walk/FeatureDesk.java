package org.ezhili.platform.releases.internal.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts versions of modules beside each other through Karaf's features service, so that a restart at any moment finds what it
 * says is installed; never refreshes a bundle that is not touched. One call at a time.
 */
@Component(service = FeatureDesk.class)
public final class FeatureDesk {

    private static final String PREFIX = "ezhili-";
    private static final EnumSet<Option> TOUCH_NOTHING_ELSE = EnumSet.of(Option.NoAutoRefreshBundles);

    private final BundleContext context;
    private final FeaturesService features;

    @Activate
    public FeatureDesk(BundleContext context, @Reference FeaturesService features) {
        this.context = context;
        this.features = features;
    }

    /** A module in a version. */
    public record Release(String module, Version version) {
        String feature() {
            return PREFIX + module + "/" + version;
        }
    }

    void open(URI repository) throws Exception {
        features.addRepository(repository);
    }

    void install(Collection<Release> releases) throws Exception {
        features.installFeatures(ids(releases), TOUCH_NOTHING_ELSE);
    }

    void uninstall(Collection<Release> releases) throws Exception {
        Set<String> present = ids(releases);
        present.retainAll(ids(installed()));
        if (!present.isEmpty()) {
            features.uninstallFeatures(present, TOUCH_NOTHING_ELSE);
        }
        for (Release release : releases) {
            forget(release);
        }
    }

    /** A repository that offers nothing else than what has just gone. */
    private void forget(Release gone) throws Exception {
        for (Repository repository : features.listRepositories()) {
            Feature[] offered = repository.getFeatures();
            if (offered.length == 1 && offered[0].getId().equals(gone.feature())) {
                features.removeRepository(repository.getURI(), false);
            }
        }
    }

    /** The modules whose feature is installed, in each version. */
    public List<Release> installed() throws Exception {
        List<Release> all = new ArrayList<>();
        for (Feature feature : features.listInstalledFeatures()) {
            if (feature.getName().startsWith(PREFIX)) {
                all.add(new Release(
                        feature.getName().substring(PREFIX.length()), Version.parseVersion(feature.getVersion())));
            }
        }
        return all;
    }

    /** Whether the features that came with the distribution are all here, so that what is not installed is not on its way. */
    boolean isComplete() {
        return context.getServiceReference(BootFinished.class) != null;
    }

    /** Addresses of the bundles that a release's feature names, those it only leans on included. */
    List<String> bundles(Release release) throws Exception {
        return feature(release).stream()
                .flatMap(feature -> feature.getBundles().stream())
                .map(BundleInfo::getLocation)
                .toList();
    }

    /** The features repository that offers this release now. */
    Optional<URI> repository(Release release) throws Exception {
        return Arrays.stream(features.listRepositories())
                .filter(repository -> offers(repository, release))
                .map(Repository::getURI)
                .findFirst();
    }

    private static boolean offers(Repository repository, Release release) {
        try {
            return Arrays.stream(repository.getFeatures())
                    .anyMatch(feature -> feature.getId().equals(release.feature()));
        } catch (Exception unreadable) {
            return false;
        }
    }

    private Optional<Feature> feature(Release release) throws Exception {
        return Optional.ofNullable(
                features.getFeature(PREFIX + release.module(), release.version().toString()));
    }

    private static Set<String> ids(Collection<Release> releases) {
        return releases.stream().map(Release::feature).collect(Collectors.toSet());
    }
}
