package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.Secret;
import org.ezhili.platform.security.internal.domain.SignInOutcome;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.ezhili.platform.security.internal.store.SetupStore.Use;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("run/setup-link");
        System.setProperty("ezhili.setup.file", file.toString());
    }

    @AfterEach
    void forget_the_file() {
        System.clearProperty("ezhili.setup.file");
        System.clearProperty("ezhili.demo");
    }

    @EachDatabase
    void the_link_makes_district_it_once(TestDatabase db) throws Exception {
        Node node = new Node(db);
        FirstAdministrator first = first(node);
        String token = token();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first.use(token, "admin", "管理员", Node.PASSWORD, Optional.empty()))
                .isEqualTo(Use.DONE);
        assertThat(node.directory.find("admin").orElseThrow().grants())
                .isEqualTo(List.of(new Grant(Role.IT, AreaCode.of("340603"))));
        assertThat(node.signIn.check("admin", Node.PASSWORD)).isInstanceOf(SignInOutcome.Known.class);
        assertThat(file).doesNotExist();
        assertThat(first.use(token, "second", "管理员", Node.PASSWORD, Optional.empty()))
                .isEqualTo(Use.OVER);
        assertThat(node.directory.find("second")).isEmpty();
    }

    @EachDatabase
    void a_guessed_link_makes_nobody(TestDatabase db) {
        Node node = new Node(db);
        FirstAdministrator first = first(node);
        for (String guess : List.of("", "used", Secret.random().value(), new Secret("").digest())) {
            assertThat(first.use(guess, "admin", "管理员", Node.PASSWORD, Optional.empty()))
                    .isEqualTo(Use.UNKNOWN);
        }
        assertThat(node.accounts.isEmpty()).isTrue();
    }

    @EachDatabase
    void the_links_of_two_nodes_are_both_good_until_one_is_used(TestDatabase db) throws Exception {
        first(new Node(db));
        String one = token();
        Node node = new Node(db);
        FirstAdministrator second = first(node);
        String other = token();
        assertThat(second.use(one, "admin", "管理员", Node.PASSWORD, Optional.of(AreaCode.of("340604"))))
                .isEqualTo(Use.DONE);
        assertThat(second.use(other, "admin2", "管理员", Node.PASSWORD, Optional.empty()))
                .isEqualTo(Use.OVER);
    }

    @EachDatabase
    void there_is_no_link_once_there_is_an_account_or_in_a_demo(TestDatabase db) {
        System.setProperty("ezhili.demo", "true");
        first(new Node(db));
        assertThat(file).doesNotExist();
        System.clearProperty("ezhili.demo");
        first(new Node(db).with("it", Role.IT, "340603"));
        assertThat(file).doesNotExist();
    }

    @EachDatabase
    void the_link_comes_late_when_the_database_is_away_at_the_start(TestDatabase db) {
        Node node = new Node(db);
        AccountStore accounts = new AccountStore(new Flaky(db), db.clock());
        FirstAdministrator first = new FirstAdministrator(node.links, accounts, node.gate, node.rules, node.audit);
        assertThat(file).doesNotExist();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(file).isNotEmptyFile());
        first.stop();
    }

    private static FirstAdministrator first(Node node) {
        return new FirstAdministrator(node.links, node.accounts, node.gate, node.rules, node.audit);
    }

    private String token() throws Exception {
        String link = Files.readString(file).strip();
        assertThat(link).startsWith("/setup?token=");
        return link.substring("/setup?token=".length());
    }

    /** A database that is away the first time. */
    private record Flaky(Database database, AtomicBoolean away) implements Database {

        Flaky(TestDatabase db) {
            this(db.database(), new AtomicBoolean(true));
        }

        @Override
        public <T> T read(Function<EntityManager, T> query) {
            if (away.getAndSet(false)) {
                throw ProblemException.of(503, "database-away");
            }
            return database.read(query);
        }

        @Override
        public <T> T write(Function<Work, T> change) {
            return database.write(change);
        }

        @Override
        public Once once(IdempotencyKey key, Function<Work, String> change) {
            return database.once(key, change);
        }
    }
}
