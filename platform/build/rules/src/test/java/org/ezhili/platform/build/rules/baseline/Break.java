package org.ezhili.platform.build.rules.baseline;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Path;
import java.util.List;

/**
 * An exported package whose change since the last release is larger than the change of its version.
 *
 * @param change {@code MAJOR}: its users break; {@code MINOR}: its providers break
 * @param needed the least version that would tell of it
 */
record Break(String contract, String change, String version, String needed) {

    /** The packages of {@code now} that changed more since {@code before} than their versions say. */
    static List<Break> between(Path before, Path now) {
        try (Processor processor = new Processor();
                Jar older = new Jar(before.toFile());
                Jar newer = new Jar(now.toFile())) {
            return new Baseline(processor, new DiffPluginImpl())
                    .baseline(newer, older, null).stream()
                            .filter(info -> info.mismatch)
                            .map(info -> new Break(
                                    info.packageName,
                                    info.packageDiff.getDelta().toString(),
                                    String.valueOf(info.newerVersion),
                                    String.valueOf(info.suggestedVersion)))
                            .toList();
        } catch (Exception e) {
            throw new AssertionError("cannot compare " + before + " with " + now, e);
        }
    }
}
