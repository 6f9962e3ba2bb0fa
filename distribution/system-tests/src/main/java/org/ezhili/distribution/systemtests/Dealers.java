package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Sixty-four clients of sixteen people who earn points in the east street, exchange them, collect and give back, all at once, and
 * who hold the district to every word that it has given them. The district's shell must be open.
 */
public final class Dealers implements AutoCloseable {

    /** How many deal at once. */
    public static final int CLIENTS = 64;

    private static final int OWNERS = 16;
    private static final String PASSWORD = "a long dark night 7";
    private static final String STREET = "/api/points/v1/streets/340603002";

    private final District district;
    private final Client street;
    private final Map<String, Client> owners = new TreeMap<>();
    private final List<Dealer> dealers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final long givenBefore;

    /** Lets newcomers into a running district; {@code random} says what they will wish for. */
    public Dealers(District district, Random random) {
        this.district = district;
        this.street = district.as(Person.STREET_EAST);
        openTheStreet();
        this.givenBefore = given();
        String reward = reward();
        for (int i = 0; i < CLIENTS; i++) {
            String owner = "dealer." + i % OWNERS;
            dealers.add(new Dealer(
                    "client-" + i,
                    owner,
                    owners.computeIfAbsent(owner, this::newcomer),
                    street,
                    district.as(Person.COMMUNITY),
                    reward,
                    new Random(random.nextLong())));
        }
    }

    /** All deal while this happens; what was under way when the node went is left open. */
    public void dealWhile(Runnable something) {
        whileTheyDeal(() -> {
            something.run();
            return true;
        });
    }

    /** The same, for what is told while they deal. */
    public <T> T whileTheyDeal(Supplier<T> something) {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> dealing = dealers.stream()
                .<Future<?>>map(dealer -> threads.submit(() -> dealer.deal(over::get)))
                .toList();
        try {
            return something.get();
        } finally {
            over.set(true);
            dealing.forEach(Dealers::ended);
        }
    }

    private static void ended(Future<?> dealing) {
        try {
            dealing.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many wishes there have been. */
    public int wishes() {
        return dealers.stream().mapToInt(Dealer::wishes).sum();
    }

    /** Everybody hears the end of what was left open. */
    public void settle() {
        dealers.forEach(Dealer::settle);
    }

    /** Vouchers, balances and the street's books are what was acknowledged, no less and no more, and the ledger is right. */
    public void haveEverythingOnce(String when) {
        owners.forEach((owner, client) -> hasEverythingOnce(owner, client, when));
        long given = dealers.stream().mapToLong(Dealer::given).sum();
        assertThat(given() - givenBefore).as(when).isEqualTo(given);
        assertThat(district.shell("ezhili:points-reconcile")).as(when).endsWith("the ledger is right");
    }

    private void hasEverythingOnce(String owner, Client client, String when) {
        List<Dealer> own =
                dealers.stream().filter(dealer -> dealer.owner().equals(owner)).toList();
        Map<String, String> promised = new TreeMap<>();
        own.forEach(dealer -> promised.putAll(dealer.states()));
        assertThat(vouchers(client)).as(when + " " + owner).isEqualTo(promised);
        long held = Dealer.PRICE * Collections.frequency(promised.values(), "held");
        long gone = Dealer.PRICE * Collections.frequency(promised.values(), "collected");
        long given = own.stream().mapToLong(Dealer::given).sum();
        JsonNode account = client.get("/api/points/v1/account").granted(200).json();
        assertThat(account.path("held").asLong()).as(when + " " + owner).isEqualTo(held);
        assertThat(account.path("available").asLong()).as(when + " " + owner).isEqualTo(given - held - gone);
    }

    /** By the street's books. */
    private long given() {
        return street.get(STREET + "/ledger").granted(200).json().path("given").asLong();
    }

    private static Map<String, String> vouchers(Client owner) {
        Map<String, String> states = new TreeMap<>();
        owner.all("/api/points/v1/vouchers?")
                .forEach(voucher -> states.put(
                        voucher.path("id").asText(), voucher.path("state").asText()));
        return states;
    }

    private Client newcomer(String account) {
        district.as(Person.IT)
                .post(
                        "/api/security/v1/accounts",
                        Json.of(
                                "account",
                                account,
                                "name",
                                "居民" + account,
                                "password",
                                PASSWORD,
                                "grants",
                                List.of(Map.of("role", "resident", "area", "340603"))))
                .granted(201);
        return district.nobody().signedIn(account, PASSWORD);
    }

    /** Thirty points for a suggestion, and a budget that does not end. */
    private void openTheStreet() {
        String today =
                Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
        street.put(STREET + "/budgets/" + today.substring(0, 4), Json.of("amount", 1_000_000_000))
                .granted(200);
        Map<String, Object> rule =
                Map.of("kind", "suggestion", "points", Dealer.EARNED, "per", 1, "dailyCap", 0, "monthlyCap", 0);
        street.post(
                        STREET + "/rules",
                        Json.of(
                                "effectiveFrom",
                                today,
                                "lifeMonths",
                                12,
                                "dailyCap",
                                0,
                                "monthlyCap",
                                0,
                                "rules",
                                List.of(rule)))
                .granted(201);
    }

    private String reward() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> draft = new TreeMap<>();
        draft.put("area", "340603002");
        draft.put("kind", "goods");
        draft.put("title", "大米");
        draft.put("description", "");
        draft.put("price", Dealer.PRICE);
        draft.put("stock", 1_000_000);
        draft.put("perPerson", 0);
        draft.put("opensAt", now.minusSeconds(60).toString());
        draft.put("closesAt", now.plus(5, ChronoUnit.DAYS).toString());
        draft.put("collectDays", 7);
        draft.put("offered", true);
        return street.post("/api/points/v1/rewards", Json.of(draft))
                .granted(201)
                .text("id");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
