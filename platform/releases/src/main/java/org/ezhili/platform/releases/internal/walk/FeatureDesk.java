package org.ezhili.platform.releases.internal.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts versions of modules beside each other through Karaf's features service, so that a restart at any moment finds what it
 * says is installed; never refreshes a bundle that is not touched. One call at a time.
 */
@Component(service = FeatureDesk.class)
public final class FeatureDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureDesk.class);
    private static final String PREFIX = "ezhili-";
    private static final EnumSet<Option> TOUCH_NOTHING_ELSE = EnumSet.of(Option.NoAutoRefreshBundles);

    private final BundleContext context;
    private final FeaturesService features;
    /** A release is never altered: its files are read once. */
    private final Map<Release, List<BundleFile>> files = new ConcurrentHashMap<>();

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
        for (Release release : releases) {
            start(release);
        }
    }

    /** The features service leaves a bundle lying that was installed, but not started, when the power went. */
    private void start(Release release) throws Exception {
        for (BundleFile file : files(release)) {
            Optional<Bundle> bundle = find(file);
            if (bundle.isPresent() && isIdle(bundle.get())) {
                bundle.get().start();
            }
        }
    }

    /**
     * Puts back what a node that was killed has lost: bundles that the features service believes in and the framework no longer
     * knows; then starts again those that could not start for want of them.
     */
    void mend() throws Exception {
        boolean whole = true;
        for (Release release : installed()) {
            for (BundleInfo own : infos(release)) {
                BundleFile file = BundleFile.read(own.getLocation());
                // what a feature merely leans on may be there in another version, or in another bundle
                if (!own.isDependency() && find(file).isEmpty()) {
                    LOG.warn("{} has lost {} {}; it is installed again", release, file.name(), file.version());
                    context.installBundle(own.getLocation()).start();
                    whole = false;
                }
            }
        }
        if (!whole) {
            restart();
        }
    }

    private void restart() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.adapt(BundleStartLevel.class).isPersistentlyStarted() && isIdle(bundle)) {
                try {
                    bundle.start();
                } catch (BundleException stays) {
                    LOG.warn("{} does not start", bundle, stays);
                }
            }
        }
    }

    private Optional<Bundle> find(BundleFile file) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> file.name().equals(bundle.getSymbolicName())
                        && file.version().equals(bundle.getVersion()))
                .findFirst();
    }

    private static boolean isIdle(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        boolean fragment = revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        return !fragment && (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0;
    }

    /** Whether a release is installed, so that nothing has to be fetched for it. */
    boolean isInstalled(Release release) throws Exception {
        return installed().contains(release);
    }

    void uninstall(Collection<Release> releases) throws Exception {
        Set<String> present = ids(releases);
        present.retainAll(ids(installed()));
        if (!present.isEmpty()) {
            features.uninstallFeatures(present, TOUCH_NOTHING_ELSE);
        }
        for (Release release : releases) {
            files.remove(release);
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
    public boolean isComplete() {
        return context.getServiceReference(BootFinished.class) != null;
    }

    /** What the bundles that a release's feature names say of themselves, those it only leans on included. */
    List<BundleFile> files(Release release) throws Exception {
        List<BundleFile> known = files.get(release);
        if (known != null) {
            return known;
        }
        List<BundleFile> read = new ArrayList<>();
        for (BundleInfo bundle : infos(release)) {
            read.add(BundleFile.read(bundle.getLocation()));
        }
        if (!read.isEmpty()) {
            files.put(release, List.copyOf(read));
        }
        return read;
    }

    private List<BundleInfo> infos(Release release) throws Exception {
        return feature(release).map(Feature::getBundles).orElse(List.of());
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
