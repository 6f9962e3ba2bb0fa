package org.ezhili.platform.gateway.internal.routes;

import java.io.IOException;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The JAX-RS side of one module version: a CXF bus and server of its own, reached without any registration at the web server. */
public final class RestServer {

    private final Bus bus;
    private final Server server;
    private final AbstractHTTPDestination destination;

    RestServer(Bus bus, Server server) {
        this.bus = bus;
        this.server = server;
        this.destination = (AbstractHTTPDestination) server.getDestination();
    }

    public void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        destination.invoke(config, config.getServletContext(), request, response);
    }

    void close() {
        server.stop();
        server.destroy();
        bus.shutdown(true);
    }
}
