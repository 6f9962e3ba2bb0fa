package org.ezhili.distribution.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Many clients that ask for the same thing again and again, whatever they are told, until it is closed. */
public final class Flood implements AutoCloseable {

    private final List<Thread> clients = new ArrayList<>();
    private final LongAdder answers = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private volatile boolean over;

    public Flood(URI address, Requests requests, int number) {
        for (int i = 0; i < number; i++) {
            Thread client = new Thread(() -> flood(address, requests), "flood-" + i);
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
    }

    private void flood(URI address, Requests requests) {
        while (!over) {
            try (Wire wire = new Wire(address)) {
                while (!over) {
                    (wire.exchange(requests.next()) < 300 ? answers : refusals).increment();
                }
            } catch (IOException cutOff) {
                refusals.increment();
            }
        }
    }

    public long answers() {
        return answers.sum();
    }

    public long refusals() {
        return refusals.sum();
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread client : clients) {
                client.join(5_000);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
