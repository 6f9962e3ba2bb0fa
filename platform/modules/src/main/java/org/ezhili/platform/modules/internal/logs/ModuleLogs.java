package org.ezhili.platform.modules.internal.logs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * Keeps the last lines that each module's bundles have logged on this node, for district IT to look at: INFO and worse, so many
 * and no more for each module. Thread-safe.
 */
@Component(service = ModuleLogs.class, immediate = true)
public final class ModuleLogs implements LogListener {

    private static final String HOUSE = "org.ezhili.";
    private static final String PLATFORM = "platform";
    private static final int LINES = 500;
    private static final int MODULES = 64;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_FAULT = 8_000;

    private final LogReaderService reader;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Ring> rings = new ConcurrentHashMap<>();

    @Activate
    public ModuleLogs(@Reference LogReaderService reader) {
        this.reader = reader;
        reader.addLogListener(this);
    }

    @Deactivate
    void stop() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLogLevel().compareTo(LogLevel.INFO) > 0 || entry.getBundle() == null) {
            return;
        }
        String bundle = entry.getBundle().getSymbolicName();
        String module = module(bundle);
        if (module.isEmpty() || (rings.size() >= MODULES && !rings.containsKey(module))) {
            return;
        }
        rings.computeIfAbsent(module, id -> new Ring(LINES))
                .add(new LogLine(
                        numbers.incrementAndGet(),
                        Instant.ofEpochMilli(entry.getTime()),
                        entry.getLogLevel().name(),
                        bundle,
                        String.valueOf(entry.getLoggerName()),
                        cut(String.valueOf(entry.getMessage()), LONGEST_TEXT),
                        fault(entry.getException())));
    }

    /** The newest lines of a module, of this level or worse. */
    public Page<LogLine> lines(String module, LogLevel level, PageRequest page) {
        long before = page.cursor().map(ModuleLogs::number).orElse(Long.MAX_VALUE);
        Predicate<LogLine> fits = line -> LogLevel.valueOf(line.level()).compareTo(level) <= 0;
        Ring ring = rings.get(module);
        List<LogLine> found = ring == null ? List.of() : ring.newest(fits, before, page.limit() + 1);
        return Page.of(found, page.limit(), line -> String.valueOf(line.number()));
    }

    /** {@code org.ezhili.<module>.…}; the platform's bundles have names of their own after that: {@code org.ezhili.platform.security} is security's. */
    static String module(@Nullable String bundle) {
        if (bundle == null || !bundle.startsWith(HOUSE)) {
            return "";
        }
        String[] parts = bundle.substring(HOUSE.length()).split("\\.", -1);
        if (!parts[0].equals(PLATFORM) || parts.length == 1) {
            return parts[0];
        }
        return parts[1].equals("security") || parts[1].equals("releases") ? parts[1] : PLATFORM;
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }

    private static String fault(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return cut(text.toString(), LONGEST_FAULT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
