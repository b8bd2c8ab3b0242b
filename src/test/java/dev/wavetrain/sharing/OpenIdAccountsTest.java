package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.OpenIdIdentityEntity;
import dev.wavetrain.sharing.internal.OpenIdIdentityRows;
import dev.wavetrain.sharing.openid.OpenIdPerson;
import dev.wavetrain.sharing.openid.OpenIdRefused;
import dev.wavetrain.sharing.openid.SetIssuer;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which account is whose: what is stored, and what keeps it apart. */
@IntegrationTest
class OpenIdAccountsTest {

    private static final String ISSUER = "https://acme.example";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired PasswordChanges passwords;
    @Autowired OpenIdIdentityRows rows;
    @Autowired TransactionTemplate together;
    @Autowired JdbcClient database;
    private OpenIdAccounts people;
    private final String subject = UUID.randomUUID().toString();

    /** As where the settings name an issuer; nobody has to ask it here. */
    @BeforeEach
    void issuer() {
        people =
                new OpenIdAccounts(
                        SetIssuer.at(ISSUER),
                        rows,
                        context.getBean(AccountRows.class),
                        accounts,
                        invitations,
                        context.getBean(AccessChanges.class),
                        context.getBean(Clock.class),
                        context.getBean(AuditLog.class));
    }

    @Test
    void an_account_without_a_password_stays_connected_until_its_holder_chooses_one() {
        SignedIn who = join(person(ISSUER, subject, "Ida:Rhodes"));
        assertThat(who.name()).isEqualTo("Ida-Rhodes");
        assertThat(signIn(subject).account()).isEqualTo(who.account());
        assertThatThrownBy(() -> disconnect(who)).isInstanceOf(Conflict.class);
        assertThat(signIn(subject).account()).isEqualTo(who.account());

        String key = passwords.reset(owner(), who.user()).key();
        SignedIn now = passwords.use(key, "chosen at last");
        assertThat(accounts.stands(who)).isFalse();
        assertThat(
                        ApiClient.nobody(port)
                                .as(who.name(), "chosen at last")
                                .get("/api/v1/runs")
                                .status())
                .isEqualTo(200);
        disconnect(now);
        assertThatThrownBy(() -> signIn(subject)).isInstanceOf(OpenIdRefused.class);
    }

    @Test
    void a_name_that_is_taken_gives_way() {
        String name = "n".repeat(80);
        SignedIn one = join(person(ISSUER, subject, name));
        SignedIn two = join(person(ISSUER, subject + "2", name));
        assertThat(one.name()).isEqualTo("n".repeat(64));
        assertThat(two.name()).isEqualTo("n".repeat(62) + "-2");
    }

    @Test
    void the_same_name_of_another_issuer_is_another_person() {
        join(person(ISSUER, subject, "same"));
        assertThatThrownBy(() ->
                        together.execute(done ->
                                people.signIn(person("https://other.example", subject, "same"))))
                .isInstanceOf(OpenIdRefused.class);
        assertThatThrownBy(() -> signIn(subject.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(OpenIdRefused.class);
    }

    @Test
    void of_two_who_connect_one_identity_at_once_one_does() {
        UUID one = Person.make(context, port).account().account();
        UUID two = Person.make(context, port).account().account();
        rows.save(identity(one, subject));
        assertThatThrownBy(() -> rows.save(identity(two, subject)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rows.save(identity(one, subject + "2")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_subject_that_no_issuer_gives_is_nobodys() {
        for (String odd : new String[] {"", " ", "a\0b", "\ud800", "x".repeat(256)}) {
            assertThatThrownBy(() -> person(ISSUER, odd, "odd")).isInstanceOf(OpenIdRefused.class);
        }
        assertThat(person(ISSUER, subject, "a\u0000b\ud800").name()).isEqualTo("ab");
    }

    static OpenIdPerson person(String issuer, String subject, String name) {
        return new OpenIdPerson(issuer, subject, name, name + "@example.com", null);
    }

    private OpenIdIdentityEntity identity(UUID account, String who) {
        return new OpenIdIdentityEntity(
                account, ISSUER, who, "label", context.getBean(Clock.class).instant());
    }

    private SignedIn join(OpenIdPerson person) {
        String key = invitations.invite(owner(), "", null, null, null).key();
        return together.execute(done -> people.join(key, person));
    }

    private SignedIn signIn(String who) {
        return together.execute(done -> people.signIn(person(ISSUER, who, "any")));
    }

    private void disconnect(SignedIn who) {
        together.execute(done -> people.disconnect(who.user()));
    }

    private Caller owner() {
        UUID id = database.sql("select owner_id from server").query(UUID.class).single();
        return accounts.caller(new UserId(id));
    }
}
