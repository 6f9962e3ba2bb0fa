package org.ezhili.distribution.systemtests.container;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A stream of events as a browser listens to it. */
final class EventStream {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> over;

    private EventStream(CompletableFuture<HttpResponse<Stream<String>>> answer) {
        over = answer.thenAcceptAsync(begun -> begun.body().forEach(lines::add));
    }

    static EventStream open(Caller caller, String path) {
        return new EventStream(caller.listen(path));
    }

    List<String> lines() {
        return lines;
    }

    boolean isOver() {
        return over.isDone();
    }
}
