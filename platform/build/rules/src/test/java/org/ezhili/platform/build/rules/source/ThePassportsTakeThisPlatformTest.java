package org.ezhili.platform.build.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ezhili.platform.build.rules.Reactor;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A module's passport names the versions of {@code org.ezhili.platform.api} that it runs with, which keeps a version of
 * its own: a range after the house's version would have every node refuse our own archive.
 */
class ThePassportsTakeThisPlatformTest {

    private static final Pattern API = Pattern.compile("<platform\\.api\\.version>([^<]+)</platform\\.api\\.version>");

    private final Reactor reactor = Reactor.here();

    @Test
    void each_module_of_ours_takes_the_platform_that_it_is_built_with() throws IOException {
        List<Path> passports = passports();
        assertThat(passports).hasSizeGreaterThanOrEqualTo(3);
        for (Path passport : passports) {
            String range = new ObjectMapper()
                    .readTree(passport.toFile())
                    .path("platform")
                    .textValue();
            assertThat(new VersionRange(range).includes(api()))
                    .as("%s takes %s and is built with %s", reactor.root().relativize(passport), range, api())
                    .isTrue();
        }
    }

    private List<Path> passports() throws IOException {
        try (Stream<Path> features = Files.list(reactor.root().resolve("features"))) {
            return features.map(feature -> feature.resolve("src/main/passport/passport.json"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private Version api() throws IOException {
        Matcher version = API.matcher(Files.readString(reactor.root().resolve("platform/build/bom/pom.xml")));
        assertThat(version.find()).isTrue();
        return Version.parseVersion(version.group(1));
    }
}
