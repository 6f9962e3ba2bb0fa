package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What people do in the browser, in a demo district on PostgreSQL; on Derby the browser tests have districts of their own. */
@EnabledIfSystemProperty(named = "ezhili.browser", matches = "true")
class InTheBrowserOnPostgresIT {

    /** Those that change what the database keeps. */
    private static final List<String> FILES = List.of(
            "points",
            "check-in",
            "certificates",
            "fairness",
            "teams",
            "the-loop",
            "importing",
            "reading",
            "sessions",
            "settings",
            "switching",
            "who-sees-what");

    private static final int PAST_MATTERS = 300;

    @Test
    void people_do_in_the_browser_what_they_do_on_derby() throws Exception {
        Path folder = Path.of("target", "browser-" + ProcessHandle.current().pid());
        try (Postgres postgres = new Postgres(folder.resolve("postgres"));
                District district = District.install(folder.resolve("district"), postgres)
                        .withDemo(PAST_MATTERS)
                        .start()) {
            assertThat(browser(district)).as("how the browser tests ended").isZero();
            assertThat(district.log().complaints()).isEmpty();
        }
    }

    private static int browser(District district) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("node", Path.of("browser", "run.mjs").toString()));
        command.addAll(FILES);
        ProcessBuilder browser = new ProcessBuilder(command).inheritIO();
        browser.environment().put("EZHILI_URL", district.address().toString());
        return browser.start().waitFor();
    }
}
