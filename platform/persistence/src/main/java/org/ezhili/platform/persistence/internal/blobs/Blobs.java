package org.ezhili.platform.persistence.internal.blobs;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import org.ezhili.platform.BlobStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the modules the blob store that the configuration names: a folder, or an S3-compatible store. A configuration that
 * makes no sense gives none, so that nothing is kept where nobody looks for it.
 */
@Component(service = Blobs.class, immediate = true, configurationPid = "org.ezhili.platform.blobs")
public final class Blobs {

    private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);

    private final @Nullable ServiceRegistration<BlobStore> registration;

    @Activate
    public Blobs(BundleContext context, BlobsConfig config, @Reference Clock clock) {
        registration = register(context, config, clock);
    }

    private static @Nullable ServiceRegistration<BlobStore> register(
            BundleContext context, BlobsConfig config, Clock clock) {
        try {
            return context.registerService(BlobStore.class, store(context, config, clock), new Hashtable<>());
        } catch (IllegalArgumentException wrong) {
            LOG.error(
                    "etc/org.ezhili.platform.blobs.cfg names no store for photos and files ({});"
                            + " the modules that need one stay away until it does",
                    wrong.getMessage());
            return null;
        }
    }

    private static BlobStore store(BundleContext context, BlobsConfig config, Clock clock) {
        if (config.endpoint().isBlank()) {
            return new FolderBlobStore(folder(context));
        }
        S3Place place = new S3Place(
                URI.create(config.endpoint().trim()),
                config.region().trim(),
                config.bucket().trim(),
                config.prefix().trim(),
                config.pathStyle(),
                config.accessKey().trim(),
                config.secretKey().trim(),
                Duration.ofSeconds(config.timeoutSeconds()));
        LOG.info("photos and files are kept in {}", place);
        return new S3BlobStore(place, clock);
    }

    private static Path folder(BundleContext context) {
        String configured = context.getProperty("ezhili.blobs");
        return Path.of(configured == null ? context.getProperty("karaf.data") + "/blobs" : configured);
    }

    @Deactivate
    void stop() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
