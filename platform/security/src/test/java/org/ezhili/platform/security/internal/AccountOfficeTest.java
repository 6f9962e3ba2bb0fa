package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.AccountOutcome;
import org.ezhili.platform.security.internal.domain.AccountOutcome.Done;
import org.ezhili.platform.security.internal.domain.AccountOutcome.GrantMisfit;
import org.ezhili.platform.security.internal.domain.AccountOutcome.GrantRefused;
import org.ezhili.platform.security.internal.domain.AccountOutcome.NotTheirs;
import org.ezhili.platform.security.internal.domain.AccountOutcome.OwnRights;
import org.ezhili.platform.security.internal.domain.AccountOutcome.PasswordRefused;
import org.ezhili.platform.security.internal.domain.AccountOutcome.Taken;
import org.ezhili.platform.security.internal.domain.AccountOutcome.Unknown;
import org.ezhili.platform.security.internal.domain.Credential.Kind;
import org.ezhili.platform.security.internal.domain.Secret;
import org.ezhili.platform.security.internal.domain.SignInOutcome;
import org.ezhili.platform.security.internal.store.AuditQuery;

class AccountOfficeTest {

    private static final String EAST_GRID = "340603002001001";
    private static final String WEST_GRID = "340603003001001";

    @EachDatabase
    void a_street_office_opens_a_worker_of_its_street_who_can_then_sign_in(TestDatabase db) {
        Node node = district(db);
        AccountOutcome outcome = node.office.open(
                node.caller("street.east"), Node.draft("new", Role.WORKER, EAST_GRID, Optional.of(Node.PASSWORD)));
        assertThat(outcome).isInstanceOf(Done.class);
        assertThat(node.signIn.check("new", Node.PASSWORD)).isInstanceOf(SignInOutcome.Known.class);
    }

    @EachDatabase
    void what_may_not_be_given_is_not_opened(TestDatabase db) {
        Node node = district(db);
        Caller east = node.caller("street.east");
        Optional<String> none = Optional.empty();
        assertThat(node.office.open(east, Node.draft("new", Role.WORKER, WEST_GRID, none)))
                .isInstanceOf(GrantRefused.class);
        assertThat(node.office.open(east, Node.draft("new", Role.STREET, "340603002", none)))
                .isInstanceOf(GrantRefused.class);
        assertThat(node.office.open(east, Node.draft("new", Role.IT, "340603", none)))
                .isInstanceOf(GrantRefused.class);
        assertThat(node.office.open(east, Node.draft("new", Role.WORKER, "340603002", none)))
                .isInstanceOf(GrantMisfit.class);
        assertThat(node.office.open(node.caller("district"), Node.draft("new", Role.RESIDENT, "340603", none)))
                .isInstanceOf(GrantRefused.class);
        assertThat(node.office.open(east, Node.draft("new", Role.WORKER, EAST_GRID, Optional.of("short"))))
                .isInstanceOf(PasswordRefused.class);
        assertThat(node.office.open(east, Node.draft("worker.east", Role.WORKER, EAST_GRID, none)))
                .isInstanceOf(Taken.class);
        assertThat(node.directory.find("new")).isEmpty();
    }

    @EachDatabase
    void a_foreign_account_is_as_if_it_were_not_there_and_the_try_is_written_down(TestDatabase db) {
        Node node = district(db);
        Caller east = node.caller("street.east");
        assertThat(node.office.change(east, "worker.west", named("Mine"))).isInstanceOf(Unknown.class);
        assertThat(node.office.signOut(east, "worker.west")).isInstanceOf(Unknown.class);
        assertThat(node.office.change(east, "nobody", named("Mine"))).isInstanceOf(Unknown.class);
        assertThat(node.directory.names(Set.of("worker.west"))).containsValue("某人");
        AuditQuery query =
                new AuditQuery(Set.of(AreaCode.of(WEST_GRID)), false, Optional.of("street.east"), Optional.empty());
        assertThat(node.lines.find(query, PageRequest.first(10)).items())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.outcome()).isEqualTo("foreign-area"));
    }

    @EachDatabase
    void who_is_above_in_the_same_area_is_not_theirs_to_change(TestDatabase db) {
        Node node = district(db);
        assertThat(node.office.change(node.caller("street.east"), "community.east", named("Mine")))
                .isInstanceOf(NotTheirs.class);
    }

    @EachDatabase
    void a_worker_cannot_be_raised_above_the_one_who_raises(TestDatabase db) {
        Node node = district(db);
        Grant raised = new Grant(Role.STREET, AreaCode.of("340603002"));
        assertThat(node.office.change(node.caller("street.east"), "worker.east", granted(raised)))
                .isInstanceOf(GrantRefused.class);
        assertThat(node.office.change(node.caller("it"), "worker.east", granted(raised)))
                .isInstanceOf(Done.class);
        assertThat(node.directory.find("worker.east").orElseThrow().grants()).containsExactly(raised);
    }

    @EachDatabase
    void nobody_changes_their_own_rights_but_may_change_their_own_name(TestDatabase db) {
        Node node = district(db);
        Caller it = node.caller("it");
        assertThat(node.office.change(it, "it", granted(new Grant(Role.RESIDENT, AreaCode.of("340603")))))
                .isInstanceOf(OwnRights.class);
        assertThat(node.office.change(it, "it", closed())).isInstanceOf(OwnRights.class);
        assertThat(node.office.change(it, "it", AccountChange.ofPassword("another password")))
                .isInstanceOf(OwnRights.class);
        assertThat(node.office.change(it, "it", named("信息中心"))).isInstanceOf(Done.class);
    }

    @EachDatabase
    void closing_an_account_and_giving_a_new_password_end_its_sessions_at_once(TestDatabase db) {
        Node node = district(db);
        Caller it = node.caller("it");
        for (AccountChange change : List.of(AccountChange.ofPassword("another password"), closed())) {
            String session =
                    node.credentials.issue(Kind.SESSION, "worker.east").secret().value();
            assertThat(node.door.bySession(session)).isPresent();
            assertThat(node.office.change(it, "worker.east", change)).isInstanceOf(Done.class);
            assertThat(node.door.bySession(session)).isEmpty();
        }
        assertThat(node.signIn.check("worker.east", "another password")).isInstanceOf(SignInOutcome.Refused.class);
    }

    @EachDatabase
    void grants_that_were_changed_count_from_the_next_request_on(TestDatabase db) {
        Node node = district(db);
        String token =
                node.credentials.issue(Kind.TOKEN, "worker.east").secret().value();
        assertThat(node.door.byToken(token).orElseThrow().has(Role.WORKER)).isTrue();
        node.office.change(node.caller("it"), "worker.east", granted(new Grant(Role.RESIDENT, AreaCode.of("340603"))));
        assertThat(node.door.byToken(token).orElseThrow().has(Role.WORKER)).isFalse();
    }

    @EachDatabase
    void ones_own_password_is_changed_with_the_old_one_and_ends_all_other_sessions(TestDatabase db) {
        Node node = district(db);
        Caller worker = node.caller("worker.east");
        Secret here = node.credentials.issue(Kind.SESSION, "worker.east").secret();
        Secret elsewhere = node.credentials.issue(Kind.SESSION, "worker.east").secret();
        assertThat(node.ownPassword.change(worker, "wrong", "a new password", Optional.of(here)))
                .isInstanceOf(OwnPassword.Outcome.WrongOld.class);
        assertThat(node.ownPassword.change(worker, Node.PASSWORD, "short", Optional.of(here)))
                .isInstanceOf(OwnPassword.Outcome.Refused.class);
        assertThat(node.door.bySession(elsewhere.value())).isPresent();
        assertThat(node.ownPassword.change(worker, Node.PASSWORD, "a new password", Optional.of(here)))
                .isInstanceOf(OwnPassword.Outcome.Changed.class);
        assertThat(node.door.bySession(here.value())).isPresent();
        assertThat(node.door.bySession(elsewhere.value())).isEmpty();
        assertThat(node.signIn.check("worker.east", "a new password")).isInstanceOf(SignInOutcome.Known.class);
    }

    @EachDatabase
    void guessing_the_old_password_is_locked_like_signing_in(TestDatabase db) {
        Node node = district(db);
        Caller worker = node.caller("worker.east");
        for (int number = 0; number < 10; number++) {
            node.ownPassword.change(worker, "wrong", "a new password", Optional.empty());
        }
        assertThat(node.ownPassword.change(worker, Node.PASSWORD, "a new password", Optional.empty()))
                .isInstanceOf(OwnPassword.Outcome.Locked.class);
    }

    @EachDatabase
    void two_administrators_who_change_the_same_grants_come_one_after_the_other(TestDatabase db) throws Exception {
        Node node = district(db);
        Caller it = node.caller("it");
        Callable<List<AccountOutcome>> administrator = () -> IntStream.range(0, 25)
                .mapToObj(round -> node.office.change(
                        it,
                        "worker.east",
                        granted(new Grant(Role.WORKER, AreaCode.of(round % 2 == 0 ? WEST_GRID : EAST_GRID)))))
                .toList();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<AccountOutcome>> done : both.invokeAll(List.of(administrator, administrator))) {
                assertThat(done.get()).allMatch(Done.class::isInstance);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(node.directory.find("worker.east").orElseThrow().grants()).hasSize(1);
    }

    private static Node district(TestDatabase db) {
        return new Node(db)
                .with("it", Role.IT, "340603")
                .with("district", Role.DISTRICT, "340603")
                .with("street.east", Role.STREET, "340603002")
                .with("community.east", Role.COMMUNITY, "340603002001")
                .with("worker.east", Role.WORKER, EAST_GRID)
                .with("worker.west", Role.WORKER, WEST_GRID);
    }

    private static AccountChange named(String name) {
        return new AccountChange(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AccountChange granted(Grant grant) {
        return new AccountChange(Optional.empty(), Optional.of(List.of(grant)), Optional.empty(), Optional.empty());
    }

    private static AccountChange closed() {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty());
    }
}
