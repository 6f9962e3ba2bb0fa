package org.ezhili.platform.build.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;

/** The house as it lies on disk: the modules that its root pom lists. */
public final class Reactor {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private final Path root;

    private Reactor(Path root) {
        this.root = root;
    }

    public static Reactor here() {
        return new Reactor(Path.of("../../..").toAbsolutePath().normalize());
    }

    public Path root() {
        return root;
    }

    /** One module that makes a bundle. */
    public record Room(String name, Path folder, String artifact) {

        Path jar() {
            return folder.resolve("target").resolve(artifact + "-" + version(folder) + ".jar");
        }
    }

    /** The modules that make bundles, in the order of the reactor. */
    public List<Room> rooms() {
        return modules().stream()
                .filter(name -> makesABundle(pom(root.resolve(name))))
                .map(name -> new Room(name, root.resolve(name), "org.ezhili." + nameOf(name)))
                .toList();
    }

    /** All modules, bundles or not. */
    public List<String> modules() {
        return MODULE.matcher(pom(root))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    /** The built bundles; those that are missing on disk are left out. */
    public House house() {
        return new House(jars().stream().map(BuiltJar::read).toList());
    }

    public List<Path> jars() {
        return rooms().stream().map(Room::jar).filter(Files::exists).toList();
    }

    /** The source files of {@code modules}, tests included. */
    public List<Path> sources(List<String> modules) {
        return modules.stream()
                .map(name -> root.resolve(name).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(Reactor::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean makesABundle(String pom) {
        return pom.contains("<artifactId>bnd-maven-plugin</artifactId>") && !pom.contains("<packaging>pom</packaging>");
    }

    /** {@code bundles/grid/api} is {@code grid.api}; what lies in {@code platform} keeps that word. */
    private static String nameOf(String module) {
        return module.replaceFirst("^bundles/", "").replace('/', '.');
    }

    /** Its own where it has one, as APIs do; else its parent's. */
    private static String version(Path folder) {
        String pom = pom(folder);
        String own = pom.replaceAll("(?s)<parent>.*?</parent>", "")
                .replaceAll("(?s)<(dependencies|build|properties)>.*", "");
        String parent = pom.replaceAll("(?s).*<parent>(.*?)</parent>.*", "$1");
        return (own.contains("<version>") ? own : parent).replaceAll("(?s).*<version>(.*?)</version>.*", "$1");
    }

    private static String pom(Path folder) {
        return read(folder.resolve("pom.xml"));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
