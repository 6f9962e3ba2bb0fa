package org.ezhili.distribution.systemtests.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.ezhili.distribution.systemtests.container.fixture.ThirdParty;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A bundle of a third party, made at the time of the test: an activator, the classes inside it, headers and files. */
final class FixtureBundle {

    private static final String IMPORTS = "org.osgi.framework,org.ezhili.platform,org.ezhili.platform.module,"
            + "org.ezhili.platform.security,org.ezhili.matters,javax.ws.rs,javax.ws.rs.core,javax.ws.rs.sse";

    private final Class<? extends BundleActivator> activator;
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();

    private FixtureBundle(Class<? extends BundleActivator> activator) {
        this.activator = activator;
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "fixture." + activator.getSimpleName());
        headers.put("Bundle-Version", "1.0.0");
        headers.put("Bundle-Activator", activator.getName());
        headers.put("Import-Package", IMPORTS);
    }

    static FixtureBundle of(Class<? extends BundleActivator> activator) {
        return new FixtureBundle(activator);
    }

    static Bundle start(BundleContext context, Class<? extends BundleActivator> activator)
            throws IOException, BundleException {
        Bundle bundle = of(activator).install(context);
        bundle.start();
        return bundle;
    }

    FixtureBundle with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    FixtureBundle importing(String more) {
        return with("Import-Package", IMPORTS + "," + more);
    }

    FixtureBundle file(String path, String text) {
        files.put(path, text);
        return this;
    }

    Bundle install(BundleContext context) throws IOException, BundleException {
        return context.installBundle(
                "fixture:" + headers.get("Bundle-SymbolicName") + "/" + headers.get("Bundle-Version"), jar());
    }

    private InputStream jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        headers.forEach(attributes::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<Class<?>> classes = new LinkedHashSet<>(Arrays.asList(activator, ThirdParty.class));
        classes.addAll(Arrays.asList(activator.getDeclaredClasses()));
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream in = activator.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(jar);
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
