package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client that earns points for its owner, exchanges them and gives back or collects what it got, one wish after the other.
 * It remembers what it was told has happened, and what it was not told the end of. One thread at a time.
 */
final class Dealer {

    static final long EARNED = 30;
    static final long PRICE = 10;
    private static final String POINTS = "/api/points/v1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String name;
    private final String owner;
    private final Client self;
    private final Client street;
    private final Client counter;
    private final String reward;
    private final Random random;
    private final Map<String, String> states = new TreeMap<>();
    private final List<Held> held = new ArrayList<>();
    private volatile int wishes;
    private long given;
    private @Nullable Wish unheard;

    /** What is sent again in the same words until it is answered. */
    private record Wish(Supplier<Answer> call, Consumer<Answer> done) {}

    private record Held(String id, String code) {}

    Dealer(String name, String owner, Client self, Client street, Client counter, String reward, Random random) {
        this.name = name;
        this.owner = owner;
        this.self = self;
        this.street = street;
        this.counter = counter;
        this.reward = reward;
        this.random = random;
    }

    String owner() {
        return owner;
    }

    /** Points that were acknowledged as earned. */
    long given() {
        return given;
    }

    /** State of each voucher that was acknowledged, by its id. */
    Map<String, String> states() {
        return states;
    }

    int wishes() {
        return wishes;
    }

    /** Deals until it is over or the node is gone. */
    void deal(BooleanSupplier isOver) {
        try {
            while (!isOver.getAsBoolean()) {
                if (unheard == null) {
                    unheard = next();
                    wishes++;
                }
                heard(unheard.call().get());
            }
        } catch (UncheckedIOException powerCut) {
            assertThat(powerCut).hasMessageContaining("was not answered");
        }
    }

    /** Hears the end of what was under way when the node went. */
    void settle() {
        await(name).atMost(PATIENCE).until(() -> {
            Wish open = unheard;
            if (open != null) {
                heard(open.call().get());
            }
            return unheard == null;
        });
    }

    /** A node that is busy says so, and nothing was done. */
    private void heard(Answer answer) {
        Wish wish = unheard;
        if (wish != null && answer.status() != 503) {
            wish.done().accept(answer);
            unheard = null;
        }
    }

    private Wish next() {
        int dice = random.nextInt(10);
        if (dice < 3 || given == 0) {
            return earn();
        }
        if (dice < 7 || held.isEmpty()) {
            return redeem();
        }
        Held one = held.remove(random.nextInt(held.size()));
        return dice < 9 ? collect(one) : giveBack(one);
    }

    private Wish earn() {
        Client keyed = keyed(street);
        String body = Json.of("kind", "suggestion", "owner", owner, "quantity", 1);
        return new Wish(() -> keyed.post(POINTS + "/streets/340603002/occasions", body), answer -> {
            assertThat(answer.status()).as(name + answer).isEqualTo(200);
            given += answer.json().path("points").asLong();
        });
    }

    private Wish redeem() {
        Client keyed = keyed(self);
        String body = Json.of("reward", reward, "price", PRICE);
        return new Wish(() -> keyed.post(POINTS + "/vouchers", body), answer -> {
            if (answer.status() != 409) {
                assertThat(answer.status()).as(name + answer).isEqualTo(201);
                states.put(answer.text("id"), "held");
                held.add(new Held(answer.text("id"), answer.text("code")));
            }
        });
    }

    private Wish collect(Held voucher) {
        Client keyed = keyed(counter);
        String body = Json.of("code", voucher.code());
        return new Wish(() -> keyed.post(POINTS + "/counter/collections", body), answer -> ended(voucher, answer));
    }

    private Wish giveBack(Held voucher) {
        Client keyed = keyed(self);
        String path = POINTS + "/vouchers/" + voucher.id() + "/cancellation";
        return new Wish(() -> keyed.post(path, ""), answer -> ended(voucher, answer));
    }

    private void ended(Held voucher, Answer answer) {
        assertThat(answer.status()).as(name + answer).isEqualTo(200);
        states.put(voucher.id(), answer.text("state"));
    }

    private Client keyed(Client client) {
        return client.with("Idempotency-Key", name + "-" + wishes);
    }
}
