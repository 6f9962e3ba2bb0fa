package org.ezhili.platform.build.rules.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnUnversionedBreakIsFoundTest {

    private static final String BEFORE = "long balance(String account);";
    private static final String TAKEN_AWAY = "long balance();";
    private static final String ADDED = BEFORE + " long expired(String account);";

    @TempDir
    Path folder;

    @Test
    void what_users_called_is_gone_and_the_version_is_the_same() throws Exception {
        assertThat(Break.between(contract("1.0.0", BEFORE), contract("1.0.0", TAKEN_AWAY)))
                .containsExactly(new Break("org.ezhili.points", "MAJOR", "1.0.0", "2.0.0"));
    }

    @Test
    void what_users_called_is_gone_and_only_the_minor_version_tells() throws Exception {
        assertThat(Break.between(contract("1.0.0", BEFORE), contract("1.1.0", TAKEN_AWAY)))
                .extracting(Break::needed)
                .containsExactly("2.0.0");
    }

    @Test
    void something_was_added_and_the_version_is_the_same() throws Exception {
        assertThat(Break.between(contract("1.0.0", BEFORE), contract("1.0.0", ADDED)))
                .containsExactly(new Break("org.ezhili.points", "MINOR", "1.0.0", "1.1.0"));
    }

    @Test
    void a_break_that_the_version_tells_of_is_none() throws Exception {
        assertThat(Break.between(contract("1.0.0", BEFORE), contract("2.0.0", TAKEN_AWAY)))
                .isEmpty();
        assertThat(Break.between(contract("1.0.0", BEFORE), contract("1.1.0", ADDED)))
                .isEmpty();
    }

    private Path contract(String version, String methods) throws Exception {
        Path place = Files.createTempDirectory(folder, "contract");
        Path classes = Files.createDirectory(place.resolve("classes"));
        Path source = Files.writeString(
                place.resolve("Points.java"),
                "package org.ezhili.points; @org.osgi.annotation.versioning.ProviderType public interface Points { "
                        + methods + " }");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        List.of(
                                        "-proc:none",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "-d",
                                        classes.toString(),
                                        source.toString())
                                .toArray(String[]::new));
        assertThat(failed).isZero();
        Path file = place.resolve("points.jar");
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName("org.ezhili.points.api");
            builder.setBundleVersion(version);
            builder.addClasspath(classes.toFile());
            builder.setExportPackage("org.ezhili.points;version=" + version);
            try (Jar jar = builder.build()) {
                jar.write(file.toFile());
            }
        }
        return file;
    }
}
