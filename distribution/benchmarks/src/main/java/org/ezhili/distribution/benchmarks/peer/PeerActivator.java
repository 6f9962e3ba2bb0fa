package org.ezhili.distribution.benchmarks.peer;

import java.util.Dictionary;
import java.util.Hashtable;
import javax.servlet.Servlet;
import javax.sql.DataSource;
import org.ezhili.platform.module.Module;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The raw peer, put into a running node: a servlet at {@code /peer} on the node's own Jetty, over the node's own data source, with
 * nothing in between. And a slow module, to be flooded.
 */
public final class PeerActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.pattern", "/peer/*");
        properties.put("osgi.http.whiteboard.servlet.name", "benchmark-peer");
        context.registerService(Servlet.class, new PeerServlet(() -> source(context)), properties);
        context.registerService(Module.class, new SlowModule(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the servlet away
    }

    private static DataSource source(BundleContext context) {
        try {
            for (ServiceReference<DataSource> reference :
                    context.getServiceReferences(DataSource.class, "(osgi.jndi.service.name=ezhili)")) {
                DataSource source = context.getService(reference);
                if (source != null) {
                    return source;
                }
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new IllegalStateException("there is no data source yet");
    }
}
