package org.ezhili.platform.gateway.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

class RoutesTest {

    private static final class Grid implements Module {

        @Override
        public ModuleInfo info() {
            return new ModuleInfo("grid", "1.0.0", LocalText.of("网格", "Grid"), Set.of(), java.util.List.of(), false);
        }

        @Override
        public Health health() {
            return Health.good();
        }
    }

    private static <T> T made(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    @SuppressWarnings("unchecked")
    void before_the_first_module_has_come_any_may_come() {
        ServiceRegistration<?> given = made(ServiceRegistration.class, Map.of());
        BundleContext own =
                made(BundleContext.class, Map.of("getBundle", made(Bundle.class, Map.of()), "registerService", given));
        Bundle provider =
                made(Bundle.class, Map.of("getBundleContext", own, "getVersion", Version.parseVersion("1.0.0")));
        BundleContext context = made(
                BundleContext.class,
                Map.of("getBundle", made(Bundle.class, Map.of()), "getService", new Grid(), "ungetService", true));
        ServiceReference<Module> reference = made(ServiceReference.class, Map.of("getBundle", provider));
        Routes routes = new Routes(context, new RestServers());

        assertThat(routes.mayCome("matters")).isTrue();
        Route route = routes.addingService(reference);
        assertThat(routes.find("grid")).containsSame(route);
        assertThat(routes.mayCome("matters")).isFalse();
        routes.removedService(reference, route);
        assertThat(routes.find("grid")).isEmpty();
        assertThat(routes.mayCome("grid")).isTrue();
    }
}
