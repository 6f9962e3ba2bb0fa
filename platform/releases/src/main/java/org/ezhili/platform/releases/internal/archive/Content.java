package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.osgi.framework.VersionRange;

/**
 * What the bundles of a release really do, told from their manifests and classes: the part of a passport that nobody declares.
 *
 * @param apis packages of ours that they use, with the range that fits all of them
 * @param permissions that their resources ask for
 * @param reads types of others by which data comes to them
 * @param sends events of their own
 * @param sockets classes by which they reach out of the platform; empty for most
 */
public record Content(
        Map<String, String> apis, Set<String> permissions, Set<String> reads, Set<String> sends, Set<String> sockets) {

    private static final String OURS = "org.ezhili.";
    private static final String PLATFORM = "org.ezhili.platform.";
    private static final String EVENT = "org.ezhili.platform.DomainEvent";
    private static final Set<String> DATA_OF_THE_PLATFORM = Set.of(
            "org.ezhili.platform.BlobStore",
            "org.ezhili.platform.security.Accounts",
            "org.ezhili.platform.security.Audit",
            "org.ezhili.platform.security.Authenticator");
    private static final List<String> SOCKETS = List.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.MulticastSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.http.",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel",
            "javax.net.");

    /** Looks into bundles that a module's maker wrote, and into the libraries they came with. */
    public static Content of(Collection<Path> own, Collection<Path> libraries) throws IOException {
        Map<String, String> apis = new TreeMap<>();
        Set<ClassFile> classes = new HashSet<>();
        Set<String> packages = new TreeSet<>();
        for (Path file : own) {
            BuiltJar jar = BuiltJar.read(file);
            packages.addAll(jar.packages());
            jar.imports().stream()
                    .filter(wanted -> wanted.name().startsWith(OURS))
                    .forEach(wanted -> apis.merge(wanted.name(), range(wanted), Content::narrower));
            classes.addAll(classes(file));
        }
        Set<String> sockets = new TreeSet<>(reaching(classes));
        for (Path file : libraries) {
            sockets.addAll(reaching(classes(file)));
        }
        Set<String> permissions = new TreeSet<>();
        Set<String> reads = new TreeSet<>();
        for (ClassFile type : classes) {
            permissions.addAll(type.required());
            type.known().stream()
                    .filter(name -> !packages.contains(packageOf(name)) && bringsData(name))
                    .forEach(reads::add);
        }
        return new Content(apis, permissions, reads, sends(classes), sockets);
    }

    private static boolean bringsData(String type) {
        return type.startsWith(PLATFORM)
                ? DATA_OF_THE_PLATFORM.contains(type)
                : type.startsWith(OURS) && !type.endsWith("package-info");
    }

    /** Types that are an event by themselves or by what they are made of. */
    private static Set<String> sends(Set<ClassFile> classes) {
        Set<String> events = new TreeSet<>(Set.of(EVENT));
        int before;
        do {
            before = events.size();
            for (ClassFile type : classes) {
                if (type.above().stream().anyMatch(events::contains)) {
                    events.add(type.name());
                }
            }
        } while (events.size() > before);
        events.remove(EVENT);
        return events;
    }

    private static Set<String> reaching(Set<ClassFile> classes) {
        Set<String> found = new TreeSet<>();
        for (ClassFile type : classes) {
            type.known().stream()
                    .filter(name -> SOCKETS.stream()
                            .anyMatch(socket -> socket.endsWith(".") ? name.startsWith(socket) : name.equals(socket)))
                    .forEach(found::add);
        }
        return found;
    }

    private static Set<ClassFile> classes(Path file) throws IOException {
        Set<ClassFile> classes = new HashSet<>();
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        classes.add(ClassFile.read(in));
                    }
                }
            }
        }
        return classes;
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private static String range(Clause wanted) {
        return new VersionRange(wanted.attributes().getOrDefault("version", "0.0.0")).toString();
    }

    private static String narrower(String one, String other) {
        return new VersionRange(one).intersection(new VersionRange(other)).toString();
    }
}
