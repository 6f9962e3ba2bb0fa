package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The node is killed at random moments while people earn and redeem. {@code -Dezhili.kills} says how often,
 * {@code -Dezhili.seed} repeats when; {@code ./test faults --long} kills a hundred times.
 */
abstract class PointsInPowerCuts {

    private static final int CLIENTS = 64;
    private static final int OWNERS = 16;
    private static final int KILLS = Integer.getInteger("ezhili.kills", 2);
    private static final long SEED = Long.getLong("ezhili.seed", System.nanoTime());
    private static final int LONGEST_MILLIS = 4_000;
    private static final String STREET = "/api/points/v1/streets/340603002";

    private final Random random = new Random(SEED);
    private District district;
    private long givenBefore;

    abstract Database database();

    @BeforeEach
    void the_district_starts() {
        Path folder = Path.of("target", "districts", getClass().getSimpleName());
        district = District.install(folder, database()).withDemo(1).withShell().start();
    }

    @AfterEach
    void the_district_stops() {
        district.close();
    }

    @Test
    void what_was_acknowledged_is_there_once_and_the_ledger_is_right_however_often_the_power_goes() throws Exception {
        openTheStreet();
        givenBefore = given();
        List<Dealer> dealers = dealers(reward());
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                List<Future<?>> dealing = new ArrayList<>();
                dealers.forEach(dealer -> dealing.add(threads.submit(dealer::dealUntilThePowerGoes)));
                TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(LONGEST_MILLIS));
                district.kill();
                for (Future<?> done : dealing) {
                    done.get(2, TimeUnit.MINUTES);
                }
                district.start();
                dealers.forEach(Dealer::settle);
                everythingIsThereOnce(dealers, "kill " + kill + " of seed " + SEED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(dealers.stream().mapToInt(Dealer::wishes).sum()).isGreaterThan(KILLS * CLIENTS);
    }

    private void everythingIsThereOnce(List<Dealer> dealers, String when) {
        Map<String, List<Dealer>> byOwner = new TreeMap<>();
        dealers.forEach(dealer -> byOwner.computeIfAbsent(dealer.owner(), owner -> new ArrayList<>())
                .add(dealer));
        byOwner.forEach((owner, some) -> {
            Map<String, String> promised = new TreeMap<>();
            some.forEach(dealer -> promised.putAll(dealer.states()));
            Client client = signedIn.get(owner);
            assertThat(vouchers(client)).as(when + " " + owner).isEqualTo(promised);
            long held = Dealer.PRICE * Collections.frequency(promised.values(), "held");
            long gone = Dealer.PRICE * Collections.frequency(promised.values(), "collected");
            long given = some.stream().mapToLong(Dealer::given).sum();
            JsonNode account =
                    granted(client.get("/api/points/v1/account"), 200).json();
            assertThat(account.path("held").asLong()).as(when + " " + owner).isEqualTo(held);
            assertThat(account.path("available").asLong())
                    .as(when + " " + owner)
                    .isEqualTo(given - held - gone);
        });
        long given = dealers.stream().mapToLong(Dealer::given).sum();
        assertThat(given() - givenBefore).as(when).isEqualTo(given);
        assertThat(district.shell("ezhili:points-reconcile")).as(when).endsWith("the ledger is right");
    }

    /** By the street's books. */
    private long given() {
        return granted(district.as(STREET_EAST).get(STREET + "/ledger"), 200)
                .json()
                .path("given")
                .asLong();
    }

    private static Map<String, String> vouchers(Client owner) {
        Map<String, String> states = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = granted(owner.get("/api/points/v1/vouchers?limit=200" + cursor), 200)
                    .json();
            page.path("items")
                    .forEach(item -> states.put(
                            item.path("id").asText(), item.path("state").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return states;
    }

    private final Map<String, Client> signedIn = new TreeMap<>();

    private List<Dealer> dealers(String reward) {
        List<Dealer> dealers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String owner = "dealer." + i % OWNERS;
            Client client = signedIn.computeIfAbsent(owner, this::newcomer);
            dealers.add(new Dealer(
                    "client-" + i,
                    owner,
                    client,
                    district.as(STREET_EAST),
                    district.as(COMMUNITY),
                    reward,
                    new Random(random.nextLong())));
        }
        return dealers;
    }

    private Client newcomer(String account) {
        granted(
                district.as(IT)
                        .post(
                                "/api/security/v1/accounts",
                                Json.of(
                                        "account",
                                        account,
                                        "name",
                                        "居民" + account,
                                        "password",
                                        "a long dark night 7",
                                        "grants",
                                        List.of(Map.of("role", "resident", "area", "340603")))),
                201);
        return district.nobody().signedIn(account, "a long dark night 7");
    }

    /** Thirty points for a suggestion, and a budget that does not end. */
    private void openTheStreet() {
        String today =
                Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
        Client street = district.as(STREET_EAST);
        String budget = STREET + "/budgets/" + today.substring(0, 4);
        granted(street.put(budget, Json.of("amount", 1_000_000_000)), 200);
        Map<String, Object> rule =
                Map.of("kind", "suggestion", "points", Dealer.EARNED, "per", 1, "dailyCap", 0, "monthlyCap", 0);
        granted(
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
                                List.of(rule))),
                201);
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
        return granted(district.as(STREET_EAST).post("/api/points/v1/rewards", Json.of(draft)), 201)
                .text("id");
    }
}
