package org.ezhili.distribution.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A programme of the machine that is run to its end. */
public final class Command {

    private Command() {}

    public static void run(String... words) {
        run(List.of(words));
    }

    /** @throws IllegalStateException with what it said, when it fails */
    public static void run(List<String> words) {
        output(words);
    }

    /**
     * The same, with what it said.
     *
     * @throws IllegalStateException with that, when it fails
     */
    public static String output(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", words) + " failed: " + said);
            }
            return said;
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
