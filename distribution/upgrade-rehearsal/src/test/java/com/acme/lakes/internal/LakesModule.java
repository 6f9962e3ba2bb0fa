package com.acme.lakes.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;

/** A vendor's module about lakes. What its component says decides what is wrong with it; as it comes, nothing is. */
public final class LakesModule implements Module {

    private final Map<String, Object> component;

    public LakesModule(Map<String, Object> component) {
        if (says(component, "start").equals("throws")) {
            throw new IllegalStateException("no lake here");
        }
        if (says(component, "start").equals("never ends")) {
            waitForever();
        }
        this.component = component;
    }

    /** Whoever wakes it. */
    private static void waitForever() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    private static String says(Map<String, Object> component, String what) {
        return String.valueOf(component.getOrDefault(what, ""));
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo(
                says(component, "id"),
                says(component, "version"),
                LocalText.of("湖泊", "Lakes"),
                Set.of(),
                List.of(),
                true);
    }

    @Override
    public List<Object> resources() {
        String version = says(component, "version");
        return says(component, "resource").equals("unmarked")
                ? List.of(new UnmarkedResource())
                : List.of(new LakesResource(version));
    }

    @Override
    public Health health() {
        return switch (says(component, "health")) {
            case "bad" -> Health.bad("水位过低", "the water is low");
            case "silent" -> new Health(false, LocalText.of(null, null));
            case "binary" -> Health.bad("水\u0000位", "wa\u0000ter");
            default -> Health.good();
        };
    }
}
