package org.ezhili.platform.persistence.internal;

import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.internal.schema.Schema;
import org.ezhili.platform.persistence.internal.schema.Step;
import org.ezhili.platform.persistence.internal.work.JpaDatabase;
import org.ezhili.platform.persistence.internal.work.Ledgers;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bundle with a schema: turns its entity manager factory into its {@link Database}. */
final class StoreBundle implements ServiceTrackerCustomizer<EntityManagerFactory, ServiceRegistration<Database>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBundle.class);

    private final Bundle bundle;
    private final String schema;
    private final Ledgers ledgers;
    private @Nullable ServiceTracker<EntityManagerFactory, ServiceRegistration<Database>> tracker;
    private boolean closed;

    StoreBundle(Bundle bundle, String schema, Ledgers ledgers) {
        this.bundle = bundle;
        this.schema = schema;
        this.ledgers = ledgers;
    }

    void migrate(DataSource source) throws SQLException {
        int taken = new Schema(schema, Step.of(bundle)).migrate(source);
        if (taken > 0) {
            LOG.info(
                    "schema {}: {} steps taken for {} {}",
                    schema,
                    taken,
                    bundle.getSymbolicName(),
                    bundle.getVersion());
        }
    }

    synchronized void open() {
        BundleContext context = bundle.getBundleContext();
        if (closed || context == null) {
            return;
        }
        try {
            tracker = new ServiceTracker<>(
                    context,
                    FrameworkUtil.createFilter("(&(objectClass=" + EntityManagerFactory.class.getName()
                            + ")(osgi.unit.name=" + schema + "-" + bundle.getVersion() + "))"),
                    this);
            tracker.open();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    synchronized void close() {
        closed = true;
        if (tracker != null) {
            tracker.close();
        }
    }

    @Override
    public ServiceRegistration<Database> addingService(ServiceReference<EntityManagerFactory> reference) {
        BundleContext context = bundle.getBundleContext();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Database.BUNDLE, bundle.getSymbolicName() + "/" + bundle.getVersion());
        Database database = new JpaDatabase(context.getService(reference), ledgers);
        return context.registerService(Database.class, database, properties);
    }

    @Override
    public void modifiedService(
            ServiceReference<EntityManagerFactory> reference, ServiceRegistration<Database> registration) {
        // Aries adds properties while it wires the data source; the factory stays the same
    }

    @Override
    public void removedService(
            ServiceReference<EntityManagerFactory> reference, ServiceRegistration<Database> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException alreadyGoneWithItsBundle) {
            LOG.debug("{} is gone", schema);
        }
    }
}
