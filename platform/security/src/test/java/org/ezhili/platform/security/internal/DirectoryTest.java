package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.SignInOutcome;
import org.ezhili.platform.security.internal.store.AccountQuery;

class DirectoryTest {

    private static final AreaCode EAST = AreaCode.of("340603002");
    private static final String GRID = "340603002001001";

    @EachDatabase
    void an_account_is_found_with_its_grants(TestDatabase db) {
        Node node = new Node(db).with("worker.gongdian", Role.WORKER, GRID);
        assertThat(node.directory.find("worker.gongdian"))
                .contains(
                        new Account("worker.gongdian", "某人", List.of(new Grant(Role.WORKER, AreaCode.of(GRID))), true));
        assertThat(node.directory.find("worker")).isEmpty();
        assertThat(node.directory.find("worker.gongdian\u0000")).isEmpty();
    }

    @EachDatabase
    void a_thousand_accounts_are_made_at_once_and_can_sign_in(TestDatabase db) {
        Node node = new Node(db);
        List<NewAccount> workers = new ArrayList<>();
        for (int number = 1000; number < 2100; number++) {
            workers.add(Node.draft("worker." + number, Role.WORKER, GRID, Optional.of(Node.PASSWORD)));
        }
        assertThat(node.directory.register(workers)).isEqualTo(1100);
        assertThat(node.directory.register(workers)).isZero();
        assertThat(node.signIn.check("worker.2099", Node.PASSWORD)).isInstanceOf(SignInOutcome.Known.class);
        assertThat(node.directory.names(
                        workers.stream().map(NewAccount::account).toList()))
                .hasSize(1100);
    }

    @EachDatabase
    void a_taken_name_is_left_as_it_is(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        NewAccount again = new NewAccount("it", "Other", List.of(), Optional.of("another password"));
        NewAccount fresh = Node.draft("new", Role.RESIDENT, "340603", Optional.empty());
        assertThat(node.directory.register(List.of(again, fresh, fresh))).isEqualTo(1);
        assertThat(node.directory.names(Set.of("it", "new", "nobody"))).isEqualTo(Map.of("it", "某人", "new", "某人"));
        assertThat(node.signIn.check("it", Node.PASSWORD)).isInstanceOf(SignInOutcome.Known.class);
    }

    @EachDatabase
    void one_bad_account_and_none_is_made(TestDatabase db) {
        Node node = new Node(db);
        NewAccount good = Node.draft("good", Role.RESIDENT, "340603", Optional.of(Node.PASSWORD));
        List<NewAccount> bad = List.of(
                new NewAccount("", "某人", List.of(), Optional.empty()),
                new NewAccount("a", "某人", List.of(), Optional.empty()),
                new NewAccount("A.B", "某人", List.of(), Optional.empty()),
                new NewAccount("张三", "某人", List.of(), Optional.empty()),
                new NewAccount(".hidden", "某人", List.of(), Optional.empty()),
                new NewAccount("x".repeat(61), "某人", List.of(), Optional.empty()),
                new NewAccount("blank", " ", List.of(), Optional.empty()),
                new NewAccount("long", "名".repeat(101), List.of(), Optional.empty()),
                new NewAccount("control", "a\u0000b", List.of(), Optional.empty()),
                new NewAccount("short", "某人", List.of(), Optional.of("123456789")));
        for (NewAccount account : bad) {
            assertThatThrownBy(() -> node.directory.register(List.of(good, account)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(node.directory.find("good")).isEmpty();
    }

    @EachDatabase
    void who_holds_a_role_in_an_area_is_listed_page_by_page_once_each(TestDatabase db) {
        Node node = new Node(db)
                .with("aa", Role.IT, "340603")
                .with("w1", Role.WORKER, GRID)
                .with("w3", Role.WORKER, "340603002006009")
                .with("w4", Role.WORKER, "340603003001001")
                .with("c1", Role.COMMUNITY, "340603002001");
        node.directory.register(List.of(new NewAccount(
                "w2",
                "某人",
                List.of(
                        new Grant(Role.WORKER, AreaCode.of(GRID)),
                        new Grant(Role.WORKER, AreaCode.of("340603002001002"))),
                Optional.empty())));
        Page<Account> first = node.directory.holding(Role.WORKER, EAST, PageRequest.first(2));
        Page<Account> second = node.directory.holding(Role.WORKER, EAST, new PageRequest(2, first.next()));
        assertThat(first.items()).extracting(Account::account).containsExactly("w1", "w2");
        assertThat(first.items().get(1).grants()).hasSize(2);
        assertThat(second.items()).extracting(Account::account).containsExactly("w3");
        assertThat(second.next()).isEmpty();
    }

    @EachDatabase
    void signs_of_the_query_language_in_a_search_mean_themselves(TestDatabase db) {
        Node node = new Node(db).with("ab", Role.RESIDENT, "340603").with("a_b", Role.RESIDENT, "340603");
        assertThat(started(node, "a_")).containsExactly("a_b");
        assertThat(started(node, "%")).isEmpty();
        assertThat(started(node, "!")).isEmpty();
        assertThat(started(node, "某")).hasSize(2);
        assertThat(started(node, "' OR 1=1 --")).isEmpty();
    }

    private static List<String> started(Node node, String start) {
        AccountQuery query =
                new AccountQuery(Set.of(AreaCode.of("340603")), Optional.empty(), Optional.of(start), false);
        return node.search.find(query, PageRequest.first(10)).items().stream()
                .map(AccountEntry::account)
                .map(Account::account)
                .toList();
    }
}
