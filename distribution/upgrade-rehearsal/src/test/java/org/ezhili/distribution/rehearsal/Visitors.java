package org.ezhili.distribution.rehearsal;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Client;

/** People who look at one page again and again, and note what they see. */
final class Visitors implements AutoCloseable {

    private static final int ENOUGH = 5;

    private final Client visitor;
    private final String page;
    private final List<Thread> people = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile boolean over;

    private Visitors(Client visitor, String page) {
        this.visitor = visitor;
        this.page = page;
    }

    /** Two of them begin, and have seen the page when this returns. */
    static Visitors of(Client visitor, String page) {
        Visitors visitors = new Visitors(visitor, page);
        for (int i = 0; i < 2; i++) {
            Thread person = new Thread(visitors::look, "visitor-" + i);
            person.start();
            visitors.people.add(person);
        }
        visitors.lookOn();
        return visitors;
    }

    private void look() {
        while (!over) {
            try {
                Answer answer = visitor.get(page);
                if (answer.status() == 200) {
                    seen.add(answer.json().toString());
                } else {
                    failures.add(answer.toString());
                }
                visits.incrementAndGet();
            } catch (UncheckedIOException notAnswered) {
                failures.add(notAnswered + " " + notAnswered.getCause());
            }
        }
    }

    /** Waits until they have looked some more times. */
    void lookOn() {
        int enough = visits.get() + ENOUGH;
        await("people look at " + page).atMost(Duration.ofSeconds(30)).until(() -> visits.get() >= enough);
    }

    /** What was not answered as it should have been. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The different answers there were. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        over = true;
        for (Thread person : people) {
            try {
                person.join(40_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
