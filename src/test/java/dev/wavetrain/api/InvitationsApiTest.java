package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.sharing.Invitations;
import dev.wavetrain.sharing.PasswordChanges;
import dev.wavetrain.sharing.SignedIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** How people come to an account, and how one ends. */
@IntegrationTest
class InvitationsApiTest {

    static final String INVITATIONS = "/api/v1/invitations";
    static final String ACCOUNTS = "/api/v1/accounts";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Invitations invitations;
    @Autowired PasswordChanges passwords;
    ApiClient owner;
    Person somebody;

    @BeforeEach
    void people() {
        owner = ApiClient.owner(port);
        somebody = Person.make(context, port);
    }

    @Test
    void an_invitation_makes_one_account_that_is_a_member() {
        String project =
                owner.post("/api/v1/projects", "{\"name\": \"Team\"}")
                        .json()
                        .get("id")
                        .stringValue();
        Answer made =
                owner.post(INVITATIONS, "{\"note\": \"Ada\", \"project\": \"" + project + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String key = key(made);
        assertThat(owner.get(INVITATIONS).text()).contains("Ada").doesNotContain(key);
        String name = ApiClient.uniqueName();
        SignedIn ada = invitations.accept(key, name, "long enough");
        ApiClient her = ApiClient.nobody(port).as(name, "long enough");
        assertThat(her.get("/api/v1/projects").json().findValuesAsString("name"))
                .containsExactly(ada.name(), "Team");
        assertThat(her.get("/api/v1/projects/" + project).json().get("role").stringValue())
                .isEqualTo("EDITOR");
        assertThatThrownBy(() -> invitations.accept(key, ApiClient.uniqueName(), "long enough"))
                .isInstanceOf(NotFound.class);
        assertThat(invitations.find(key)).isEmpty();
    }

    @Test
    void a_refused_name_does_not_use_an_invitation_up() {
        String key = key(owner.post(INVITATIONS, "{}"));
        assertThatThrownBy(() -> invitations.accept(key, somebody.name(), "long enough"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> invitations.accept(key, "Short", "short"))
                .isInstanceOf(InvalidValue.class);
        assertThat(invitations.accept(key, ApiClient.uniqueName(), "long enough")).isNotNull();
    }

    @Test
    void a_revoked_invitation_opens_nothing() {
        Answer made = owner.post(INVITATIONS, "{}");
        String address = made.header("Location");
        assertThat(owner.delete(address).status()).isEqualTo(204);
        assertThat(invitations.find(key(made))).isEmpty();
        assertProblem(owner.delete(address), 404);
    }

    @Test
    void an_invitation_ends_within_ninety_days() {
        String late = Instant.now().plus(91, ChronoUnit.DAYS).toString();
        assertProblem(owner.post(INVITATIONS, "{\"expiresAt\": \"" + late + "\"}"), 400);
        assertProblem(owner.post(INVITATIONS, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}"), 400);
    }

    @Test
    void only_the_owner_invites_and_looks_after_accounts() {
        assertProblem(somebody.client().post(INVITATIONS, "{}"), 403);
        assertProblem(somebody.client().get(INVITATIONS), 403);
        String address = ACCOUNTS + "/" + somebody.id();
        assertProblem(somebody.client().post(address + "/password-reset", ""), 403);
        assertProblem(somebody.client().post(address + "/deactivate", ""), 403);
        assertProblem(somebody.client().post(address + "/reactivate", ""), 403);
    }

    @Test
    void strangers_do_not_see_each_other() {
        Person stranger = Person.make(context, port);
        assertThat(somebody.client().get(ACCOUNTS).text())
                .contains(somebody.name())
                .doesNotContain(stranger.name(), "\"owner\":true");
        assertThat(owner.get(ACCOUNTS).text()).contains(somebody.name(), stranger.name());
    }

    @Test
    void a_deactivated_account_is_out_at_once_and_its_tokens_are_gone() {
        String token =
                somebody.client()
                        .post("/api/v1/tokens", "{\"name\": \"script\"}")
                        .json()
                        .get("token")
                        .stringValue();
        ApiClient script = ApiClient.nobody(port).bearer(token);
        assertThat(script.get("/api/v1/runs").status()).isEqualTo(200);
        String address = ACCOUNTS + "/" + somebody.id();
        assertThat(owner.post(address + "/deactivate", "").status()).isEqualTo(204);
        assertProblem(script.get("/api/v1/runs"), 401);
        assertProblem(somebody.client().get("/api/v1/runs"), 401);
        assertProblem(owner.post(address + "/deactivate", ""), 409);
        assertProblem(owner.post(address + "/password-reset", ""), 404);
        assertThat(owner.post(address + "/reactivate", "").status()).isEqualTo(204);
        assertThat(somebody.client().get("/api/v1/runs").status()).isEqualTo(200);
        assertProblem(script.get("/api/v1/runs"), 401);
    }

    @Test
    void the_owner_stays() {
        String id =
                owner.get(ACCOUNTS)
                        .json()
                        .valueStream()
                        .filter(account -> account.get("owner").booleanValue())
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .stringValue();
        assertProblem(owner.post(ACCOUNTS + "/" + id + "/deactivate", ""), 409);
    }

    @Test
    void a_project_without_an_admin_left_gets_the_owner() {
        String project =
                somebody.client()
                        .post("/api/v1/projects", "{\"name\": \"Alone\"}")
                        .json()
                        .get("id")
                        .stringValue();
        assertProblem(owner.get("/api/v1/projects/" + project), 404);
        assertThat(owner.post(ACCOUNTS + "/" + somebody.id() + "/deactivate", "").status())
                .isEqualTo(204);
        assertThat(owner.get("/api/v1/projects/" + project).json().get("role").stringValue())
                .isEqualTo("ADMIN");
    }

    @Test
    void a_reset_address_sets_the_password_once_and_only_the_newest_does() {
        String address = ACCOUNTS + "/" + somebody.id() + "/password-reset";
        String older = key(owner.post(address, ""));
        Answer made = owner.post(address, "");
        assertThat(made.status()).isEqualTo(201);
        String key = key(made);
        assertThat(passwords.nameFor(older)).isEmpty();
        assertThat(passwords.nameFor(key)).contains(somebody.name());
        assertThatThrownBy(() -> passwords.use(key, "short")).isInstanceOf(InvalidValue.class);
        assertThat(passwords.use(key, "another password")).isNotNull();
        assertProblem(somebody.client().get("/api/v1/runs"), 401);
        assertThat(
                        ApiClient.nobody(port)
                                .as(somebody.name(), "another password")
                                .get("/api/v1/runs")
                                .status())
                .isEqualTo(200);
        assertThatThrownBy(() -> passwords.use(key, "a third password"))
                .isInstanceOf(NotFound.class);
        assertThat(invitations.find(key)).isEmpty();
    }

    private static String key(Answer made) {
        String url = made.json().get("url").stringValue();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
