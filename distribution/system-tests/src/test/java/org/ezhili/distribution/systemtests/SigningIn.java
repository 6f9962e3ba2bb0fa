package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens for programmes, sessions for browsers, and what they open. */
interface SigningIn extends InDistrict {

    @ParameterizedTest
    @EnumSource(Person.class)
    default void each_demo_account_signs_in_and_finds_its_own_role_and_area(Person person) {
        Answer me = granted(as(person).get(SECURITY + "/me"), 200);

        assertThat(me.text("account")).isEqualTo(person.account());
        assertThat(me.text("name")).isNotBlank();
        assertThat(me.json().at("/grants/0/area").asText()).isEqualTo(person.area());
        assertThat(me.json().path("permissions").isObject()).isTrue();
    }

    @Test
    default void a_token_is_given_with_the_time_of_its_end() {
        Answer answer = granted(district().nobody().tryToken("resident", Person.PASSWORD), 200);

        assertThat(answer.text("token")).hasSizeGreaterThan(20);
        assertThat(Instant.parse(answer.text("expiresAt"))).isAfter(Instant.now());
    }

    @Test
    default void a_token_that_was_given_back_opens_nothing_any_more() {
        Client client = district().nobody().signedIn("resident", Person.PASSWORD);
        granted(client.get(SECURITY + "/me"), 200);

        granted(client.delete(SECURITY + "/tokens/current"), 204);

        refused(client.get(SECURITY + "/me"), 401, "session-ended");
    }

    @Test
    default void a_wrong_password_and_an_unknown_name_are_told_the_same() {
        refused(district().nobody().tryToken("dept.citymgmt", "wrong-password"), 401, "sign-in-refused");
        refused(district().nobody().tryToken("nobody.here", "wrong-password"), 401, "sign-in-refused");
    }

    @Test
    default void an_invented_token_is_refused() {
        refused(
                district().nobody().with("Authorization", "Bearer invented").get(SECURITY + "/me"),
                401,
                "session-ended");
        refused(
                district().nobody().with("Authorization", "Basic aXQ6aXQ=").get(SECURITY + "/me"),
                401,
                "not-signed-in");
    }

    @Test
    default void a_browser_gets_a_cookie_that_no_script_and_no_other_site_can_use() {
        Answer answer = session("resident");

        assertThat(answer.header("Set-Cookie"))
                .startsWith("EZHILI_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
        assertThat(answer.text("account")).isEqualTo("resident");
        assertThat(answer.text("csrf")).hasSizeGreaterThan(20);
    }

    @Test
    default void a_browsers_write_needs_the_value_that_only_its_own_page_knows() {
        Answer session = session("resident");
        Client browser = browser(session);
        granted(browser.get(SECURITY + "/me"), 200);
        String body = Json.of("category", CATEGORY, "description", "来自浏览器", "area", GRID);

        refused(browser.post(MATTERS + "/matters", body), 403, "csrf");
        refused(browser.with("X-CSRF-Token", "guessed").post(MATTERS + "/matters", body), 403, "csrf");
        granted(browser.with("X-CSRF-Token", session.text("csrf")).post(MATTERS + "/matters", body), 201);
    }

    @Test
    default void the_page_can_ask_for_its_value_again() {
        Answer session = session("resident");

        assertThat(browser(session).get(SECURITY + "/me").text("csrf")).isEqualTo(session.text("csrf"));
    }

    @Test
    default void a_browser_that_signs_out_is_out_at_once() {
        Answer session = session("resident");
        Client browser = browser(session);

        Answer out = granted(browser.with("X-CSRF-Token", session.text("csrf")).delete(SECURITY + "/sessions"), 204);

        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        refused(browser.get(SECURITY + "/me"), 401, "not-signed-in");
    }

    @Test
    default void district_it_ends_all_sessions_of_an_account_at_once() {
        String account = newAccount();
        Client client = district().nobody().signedIn(account, Person.PASSWORD);
        granted(client.get(SECURITY + "/me"), 200);

        granted(as(Person.IT).delete(SECURITY + "/accounts/" + account + "/sessions"), 204);

        refused(client.get(SECURITY + "/me"), 401, "session-ended");
    }

    @Test
    default void a_closed_account_neither_stays_in_nor_comes_in_again() {
        String account = newAccount();
        Client client = district().nobody().signedIn(account, Person.PASSWORD);

        granted(as(Person.IT).patch(SECURITY + "/accounts/" + account, Json.of("active", false)), 200);

        refused(client.get(SECURITY + "/me"), 401, "session-ended");
        refused(district().nobody().tryToken(account, Person.PASSWORD), 401, "sign-in-refused");
    }

    @Test
    default void who_is_wrong_ten_times_is_locked_out_even_with_the_right_password() {
        String account = newAccount();
        for (int i = 0; i < 10; i++) {
            refused(district().nobody().tryToken(account, "wrong-password"), 401, "sign-in-refused");
        }

        Answer locked = district().nobody().tryToken(account, Person.PASSWORD);

        refused(locked, 429, "sign-in-locked");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isPositive();
    }

    @Test
    default void signing_in_is_on_record_without_what_was_typed() {
        district().nobody().tryToken("my-secret-password", "wrong-password");

        Answer lines = granted(as(Person.IT).get(SECURITY + "/audit?action=security.sign-in&limit=200"), 200);

        assertThat(lines.json().path("items").size()).isPositive();
        assertThat(lines.toString()).doesNotContain("my-secret-password");
    }

    @Test
    default void the_audit_log_is_whole() {
        Answer check = granted(as(Person.IT).get(SECURITY + "/audit/check"), 200);

        assertThat(check.toString()).contains("true");
    }

    private Answer session(String account) {
        return granted(
                district()
                        .nobody()
                        .post(SECURITY + "/sessions", Json.of("account", account, "password", Person.PASSWORD)),
                200);
    }

    private Client browser(Answer session) {
        String cookie = session.header("Set-Cookie");
        return district().nobody().with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    /** A worker of the first grid that nobody else uses. */
    private String newAccount() {
        String account = "test." + Long.toString(System.nanoTime(), 36);
        String body = "{\"account\":\"" + account + "\",\"name\":\"试用\",\"password\":\"" + Person.PASSWORD
                + "\",\"grants\":[{\"role\":\"worker\",\"area\":\"" + GRID + "\"}]}";
        granted(as(Person.IT).post(SECURITY + "/accounts", body), 201);
        return account;
    }
}
