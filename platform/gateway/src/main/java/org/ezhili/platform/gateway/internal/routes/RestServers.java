package org.ezhili.platform.gateway.internal.routes;

import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.sse.SseFeature;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.ezhili.platform.gateway.internal.access.AccessFilter;
import org.ezhili.platform.gateway.internal.access.AccessMarks;
import org.ezhili.platform.gateway.internal.access.CallerContext;
import org.ezhili.platform.gateway.internal.access.LocaleContext;
import org.ezhili.platform.gateway.internal.json.JsonBody;
import org.ezhili.platform.gateway.internal.json.WholeNumber;
import org.ezhili.platform.gateway.internal.problems.ProblemMapper;
import org.ezhili.platform.module.Module;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;

/** Starts a JAX-RS server per module version. */
@Component(service = RestServers.class)
public final class RestServers {

    /** Refuses a module one of whose resource methods does not say who may call it. */
    RestServer start(Module module, Bundle bundle) {
        AccessMarks.check(module);
        if (module.resources().isEmpty()) {
            return RestServer.EMPTY;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RestServers.class.getClassLoader());
        try {
            Bus bus = new ExtensionManagerBus();
            bus.setId("ezhili-" + module.info().id() + "-" + bundle.getVersion());
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setDestinationFactory(new HTTPTransportFactory(new DestinationRegistryImpl()));
            factory.setAddress("/api/" + module.info().id());
            factory.setServiceBeans(new ArrayList<>(module.resources()));
            factory.setProviders(List.of(
                    new JsonBody(),
                    new WholeNumber(),
                    new ProblemMapper(),
                    new AccessFilter(),
                    new CallerContext(),
                    new LocaleContext()));
            factory.setFeatures(List.of(new SseFeature.Portable()));
            factory.getInInterceptors().add(new ReadOnce());
            factory.getOutInterceptors().add(new AnswerDate());
            return new RestServer.Cxf(bus, factory.create());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
