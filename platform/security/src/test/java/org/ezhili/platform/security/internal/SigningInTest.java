package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.crypto.Argon2Cost;
import org.ezhili.platform.security.internal.crypto.Passwords;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.ezhili.platform.security.internal.domain.SignInOutcome;
import org.ezhili.platform.security.internal.domain.SignInOutcome.Known;
import org.ezhili.platform.security.internal.domain.SignInOutcome.Locked;
import org.ezhili.platform.security.internal.domain.SignInOutcome.Refused;
import org.ezhili.platform.security.internal.store.AuditQuery;

class SigningInTest {

    private static final String EAST = "340603002";

    @EachDatabase
    void the_right_password_lets_in_whatever_the_capitals_of_the_name(TestDatabase db) {
        Node node = new Node(db).with("street.east", Role.STREET, EAST);
        assertThat(node.signIn.check("street.east", Node.PASSWORD)).isInstanceOf(Known.class);
        assertThat(node.signIn.check(" Street.East ", Node.PASSWORD)).isInstanceOf(Known.class);
    }

    @EachDatabase
    void who_is_not_known_closed_or_without_password_is_refused_alike(TestDatabase db) {
        Node node = new Node(db).with("closed", Role.WORKER, "340603002001001");
        node.directory.register(List.of(Node.draft("mute", Role.WORKER, "340603002001001", Optional.empty())));
        node.accounts.change(
                "closed",
                new AccountChange(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty()),
                Optional.empty());
        assertThat(List.of("nobody", "closed", "mute", "", "no\u0000body", "名字", "x".repeat(100)))
                .allSatisfy(name ->
                        assertThat(node.signIn.check(name, Node.PASSWORD)).isInstanceOf(Refused.class));
    }

    @EachDatabase
    void after_ten_wrong_tries_the_right_password_is_of_no_use_on_any_node(TestDatabase db) {
        Node one = new Node(db).with("it", Role.IT, "340603");
        Node other = new Node(db);
        for (int number = 0; number < 10; number++) {
            Node node = number % 2 == 0 ? one : other;
            assertThat(node.signIn.check("it", "wrong-" + number)).isInstanceOf(Refused.class);
        }
        for (Node node : List.of(one, other)) {
            SignInOutcome outcome = node.signIn.check("it", Node.PASSWORD);
            assertThat(outcome).isInstanceOf(Locked.class);
            assertThat(node.signIn.secondsUntil((Locked) outcome)).isEqualTo(900);
        }
        db.clock().forward(Duration.ofMinutes(15));
        assertThat(other.signIn.check("it", Node.PASSWORD)).isInstanceOf(Known.class);
    }

    @EachDatabase
    void a_name_that_does_not_exist_is_locked_just_the_same(TestDatabase db) {
        Node node = new Node(db);
        for (int number = 0; number < 10; number++) {
            assertThat(node.signIn.check("nobody", "wrong")).isInstanceOf(Refused.class);
        }
        assertThat(node.signIn.check("nobody", "wrong")).isInstanceOf(Locked.class);
    }

    @EachDatabase
    void one_name_locked_leaves_the_others_alone(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603").with("district", Role.DISTRICT, "340603");
        for (int number = 0; number < 11; number++) {
            node.signIn.check("it", "wrong");
        }
        assertThat(node.signIn.check("district", Node.PASSWORD)).isInstanceOf(Known.class);
    }

    @EachDatabase
    void a_right_password_makes_the_wrong_ones_before_it_forgotten(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        for (int round = 0; round < 3; round++) {
            for (int number = 0; number < 9; number++) {
                node.signIn.check("it", "wrong");
            }
            assertThat(node.signIn.check("it", Node.PASSWORD)).isInstanceOf(Known.class);
        }
    }

    @EachDatabase
    void guesses_at_the_same_time_get_no_more_than_ten_tries(TestDatabase db) throws Exception {
        List<Node> nodes = List.of(new Node(db).with("it", Role.IT, "340603"), new Node(db));
        List<Callable<SignInOutcome>> guesses = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            Node node = nodes.get(number % 2);
            guesses.add(() -> node.signIn.check("it", "wrong"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int refused = 0;
        for (Future<SignInOutcome> guess : threads.invokeAll(guesses)) {
            refused += guess.get() instanceof Refused ? 1 : 0;
        }
        threads.shutdown();
        assertThat(refused).isEqualTo(10);
    }

    @EachDatabase
    void an_administrator_lifts_a_lock(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        for (int number = 0; number < 10; number++) {
            node.signIn.check("it", "wrong");
        }
        assertThat(node.signIn.unlock("it")).isTrue();
        assertThat(node.signIn.unlock("it")).isFalse();
        assertThat(node.signIn.check("it", Node.PASSWORD)).isInstanceOf(Known.class);
    }

    @EachDatabase
    void old_counts_are_cleared_away_and_locks_are_not(TestDatabase db) {
        Node node = new Node(db);
        for (int number = 0; number < 10; number++) {
            node.signIn.check("nobody", "wrong");
        }
        node.signIn.purge();
        assertThat(node.signIn.check("nobody", "wrong")).isInstanceOf(Locked.class);
        db.clock().forward(Duration.ofMinutes(31));
        node.signIn.purge();
        assertThat(node.signIn.unlock("nobody")).isFalse();
    }

    @EachDatabase
    void a_hash_of_another_cost_is_renewed_when_its_holder_signs_in(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String old = new Passwords(new Argon2Cost(16, 1, 1)).hash(Node.PASSWORD);
        node.accounts.rehash("it", node.accounts.passwordOf("it").orElseThrow(), old);
        assertThat(node.signIn.check("it", Node.PASSWORD)).isInstanceOf(Known.class);
        assertThat(node.accounts.passwordOf("it").orElseThrow()).contains("$m=32,t=1,p=1$");
        assertThat(node.signIn.check("it", Node.PASSWORD)).isInstanceOf(Known.class);
    }

    @EachDatabase
    void each_try_is_in_the_audit_log_and_no_unknown_name_is(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        node.signIn.check("it", Node.PASSWORD);
        node.signIn.check("my-secret-password", "oops");
        for (int number = 0; number < 12; number++) {
            node.signIn.check("it", "wrong");
        }
        List<AuditLine> lines = node.lines
                .find(
                        new AuditQuery(
                                Set.of(node.rules.district()), true, Optional.empty(), Optional.of(SignIn.ACTION)),
                        PageRequest.first(50))
                .items();
        assertThat(lines)
                .extracting(AuditLine::outcome)
                .filteredOn("done"::equals)
                .hasSize(1);
        assertThat(lines)
                .extracting(AuditLine::outcome)
                .filteredOn("refused"::equals)
                .hasSize(10);
        assertThat(lines)
                .extracting(AuditLine::outcome)
                .filteredOn("locked"::equals)
                .hasSize(1);
        assertThat(lines).extracting(AuditLine::subject).containsOnly("it", "unknown");
    }
}
