package org.ezhili.matters.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ezhili.matters.internal.domain.limits.Catalogue;
import org.ezhili.matters.internal.domain.limits.Catalogues;
import org.ezhili.matters.internal.domain.limits.Holidays;
import org.ezhili.matters.internal.domain.limits.Shift;
import org.ezhili.matters.internal.domain.limits.WorkingTime;

/** The data files of this bundle. */
public final class Resources {

    /** In the order of publication. A published catalogue stays here as it is: matters refer to it. */
    private static final List<String> CATALOGUES = List.of("2026.1");

    private Resources() {}

    public static Catalogues catalogues() {
        return new Catalogues(CATALOGUES.stream()
                .map(version -> Catalogue.of(version, lines("/catalogue/" + version + ".csv")))
                .toList());
    }

    /**
     * Working time.
     *
     * @param more lines on holidays that come after, and before, the ones of this bundle
     */
    public static WorkingTime workingTime(String zone, String[] shifts, String[] more) {
        List<String> days = new ArrayList<>(lines("/calendar/holidays.csv"));
        days.addAll(List.of(more));
        return new WorkingTime(
                ZoneId.of(zone),
                Stream.of(shifts)
                        .flatMap(line -> Stream.of(line.split(";")))
                        .map(String::strip)
                        .map(Shift::parse)
                        .toList(),
                new Holidays(days));
    }

    /** The JSON Schema of what streets may set. */
    public static String settings() {
        return text("/settings.json");
    }

    private static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    private static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
