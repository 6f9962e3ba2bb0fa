package org.ezhili.platform.gateway.internal.routes;

import java.io.IOException;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/** The JAX-RS side of one module version. */
public interface RestServer {

    /** Of a module without resources: nothing is found there. */
    RestServer EMPTY = (config, request, response) -> {
        throw new ProblemException(Problem.notFound());
    };

    void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response) throws IOException;

    default void close() {
        // nothing was opened
    }

    /** A CXF bus and server of its own, reached without any registration at the web server. */
    record Cxf(Bus bus, Server server, AbstractHTTPDestination destination) implements RestServer {

        Cxf(Bus bus, Server server) {
            this(bus, server, (AbstractHTTPDestination) server.getDestination());
        }

        @Override
        public void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            destination.invoke(config, config.getServletContext(), request, response);
        }

        @Override
        public void close() {
            server.stop();
            server.destroy();
            bus.shutdown(true);
        }
    }
}
