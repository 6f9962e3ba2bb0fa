package org.ezhili.distribution.systemtests.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A module of a third party, made at the time of the test: an activator and the classes inside it. */
final class FixtureBundle {

    private static final String IMPORTS = "org.osgi.framework,org.ezhili.platform,org.ezhili.platform.module,"
            + "org.ezhili.platform.security,org.ezhili.matters,javax.ws.rs";

    private FixtureBundle() {}

    static Bundle start(BundleContext context, Class<? extends BundleActivator> activator)
            throws IOException, BundleException {
        Bundle bundle = context.installBundle("fixture:" + activator.getSimpleName(), jar(activator));
        bundle.start();
        return bundle;
    }

    private static InputStream jar(Class<?> activator) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "fixture." + activator.getSimpleName());
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue("Import-Package", IMPORTS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Class<?>> classes = Stream.concat(Stream.of(activator), Arrays.stream(activator.getDeclaredClasses()))
                .toList();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream in = activator.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(jar);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
