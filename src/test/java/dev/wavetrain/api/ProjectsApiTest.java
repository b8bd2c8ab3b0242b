package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Projects with members of three roles, and what each of them may do with what is inside. */
@IntegrationTest
class ProjectsApiTest {

    static final String PROJECTS = "/api/v1/projects";
    static final String EXPERIMENTS = "/api/v1/experiments";
    static final String ONE_EPOCH = "{\"overrides\": {\"training.epochs\": 1}}";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    Person admin;
    Person other;
    String project;

    @BeforeEach
    void people() {
        admin = Person.make(context, port);
        other = Person.make(context, port);
        project = id(admin.client().post(PROJECTS, "{\"name\": \"Waves\"}"));
    }

    @Test
    void whoever_makes_a_project_is_its_admin_and_alone() {
        Answer mine = admin.client().get(PROJECTS);
        assertThat(mine.json().findValuesAsString("name")).containsExactly(admin.name(), "Waves");
        assertThat(mine.json().get(1).get("role").stringValue()).isEqualTo("ADMIN");
        assertThat(other.client().get(PROJECTS).json().findValuesAsString("name"))
                .containsExactly(other.name());
        assertProblem(other.client().get(PROJECTS + "/" + project), 404);
        assertProblem(other.client().get(PROJECTS + "/" + project + "/members"), 404);
    }

    @Test
    void viewers_look_editors_change_and_admins_delete() {
        String experiment = id(admin.client().post(EXPERIMENTS, preset(project)));
        String run = queued(admin, experiment);
        assertProblem(other.client().get(EXPERIMENTS + "/" + experiment), 404);
        assertProblem(other.client().post(EXPERIMENTS + "/" + experiment + "/runs", "{}"), 404);

        add("VIEWER");
        assertThat(other.client().get("/api/v1/runs/" + run).status()).isEqualTo(200);
        assertProblem(other.client().post(EXPERIMENTS + "/" + experiment + "/runs", "{}"), 403);
        assertProblem(other.client().post(EXPERIMENTS, preset(project)), 403);
        assertProblem(other.client().patch("/api/v1/runs/" + run, "{\"name\": \"x\"}"), 403);

        become("EDITOR");
        assertThat(other.client().patch("/api/v1/runs/" + run, "{\"name\": \"x\"}").status())
                .isEqualTo(200);
        assertThat(queued(other, experiment)).isNotEmpty();
        assertProblem(other.client().delete("/api/v1/runs/" + run), 403);
        assertProblem(other.client().delete(EXPERIMENTS + "/" + experiment), 403);

        become("ADMIN");
        assertThat(other.client().delete("/api/v1/runs/" + run).status()).isEqualTo(204);
        assertThat(other.client().delete(EXPERIMENTS + "/" + experiment).status()).isEqualTo(204);
    }

    @Test
    void lists_keep_to_the_project_that_is_asked_for() {
        String shared = id(admin.client().post(EXPERIMENTS, preset(project)));
        String own = id(admin.client().post(EXPERIMENTS, "{\"preset\": \"damped-gru\"}"));
        String run = queued(admin, shared);
        String ownRun = queued(admin, own);
        Answer experiments = admin.client().get(EXPERIMENTS + "?project=" + project);
        assertThat(experiments.text()).contains(shared).doesNotContain(own);
        assertThat(experiments.json().get("total").intValue()).isEqualTo(1);
        assertThat(admin.client().get("/api/v1/runs?project=" + project).text())
                .contains(run)
                .doesNotContain(ownRun);
        assertProblem(other.client().get("/api/v1/runs?project=" + project), 404);
        assertProblem(other.client().get(EXPERIMENTS + "?project=" + project), 404);
        assertProblem(admin.client().get("/api/v1/runs?project=nonsense"), 404);
    }

    @Test
    void an_experiment_moves_with_its_runs_and_groups() {
        String experiment = id(admin.client().post(EXPERIMENTS, preset(project)));
        String run = queued(admin, experiment);
        Answer group =
                admin.client()
                        .post(
                                EXPERIMENTS + "/" + experiment + "/runs",
                                "{\"seeds\": [1, 2], \"overrides\": {\"training.epochs\": 1}}");
        String groupId = group.json().get("group").get("id").stringValue();
        add("VIEWER");
        String home = other.client().get(PROJECTS).json().get(0).get("id").stringValue();
        String move = EXPERIMENTS + "/" + experiment + "/move";
        assertProblem(other.client().post(move, "{\"project\": \"" + home + "\"}"), 403);
        assertProblem(admin.client().post(move, "{\"project\": \"" + home + "\"}"), 404);

        become("EDITOR");
        Answer moved = other.client().post(move, "{\"project\": \"" + home + "\"}");
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.json().get("project").stringValue()).isEqualTo(home);
        assertProblem(admin.client().get(EXPERIMENTS + "/" + experiment), 404);
        assertProblem(admin.client().get("/api/v1/runs/" + run), 404);
        assertProblem(admin.client().get("/api/v1/groups/" + groupId), 404);
        assertThat(other.client().get("/api/v1/runs/" + run).status()).isEqualTo(200);
        assertThat(other.client().get("/api/v1/groups/" + groupId).status()).isEqualTo(200);
    }

    @Test
    void a_project_keeps_an_admin() {
        assertProblem(admin.client().delete(member(admin)), 409);
        assertProblem(admin.client().patch(member(admin), "{\"role\": \"VIEWER\"}"), 409);
        add("ADMIN");
        assertThat(admin.client().delete(member(admin)).status()).isEqualTo(204);
        assertProblem(admin.client().get(PROJECTS + "/" + project), 404);
        assertProblem(other.client().delete(member(other)), 409);
    }

    @Test
    void members_leave_by_themselves_and_see_no_more() {
        add("VIEWER");
        assertProblem(other.client().delete(member(admin)), 403);
        assertThat(other.client().get(PROJECTS + "/" + project + "/members").json().size())
                .isEqualTo(2);
        assertThat(other.client().delete(member(other)).status()).isEqualTo(204);
        assertProblem(other.client().get(PROJECTS + "/" + project), 404);
    }

    @Test
    void only_accounts_that_are_there_become_members_once() {
        String members = PROJECTS + "/" + project + "/members";
        assertProblem(
                admin.client().post(members, "{\"account\": \"no-one\", \"role\": \"VIEWER\"}"),
                400);
        add("VIEWER");
        assertProblem(admin.client().post(members, member(other.name(), "EDITOR")), 409);
        Answer wrong = admin.client().post(members, "{\"role\": \"KING\", \"x\": 1}");
        assertProblem(wrong, 400);
        assertThat(wrong.json().get("errors").findValuesAsString("field"))
                .containsExactly("account", "role", "x");
    }

    @Test
    void a_personal_project_has_no_other_members() {
        String home = admin.client().get(PROJECTS).json().get(0).get("id").stringValue();
        assertProblem(
                admin.client()
                        .post(PROJECTS + "/" + home + "/members", member(other.name(), "VIEWER")),
                409);
        assertThat(admin.client().patch(PROJECTS + "/" + home, "{\"name\": \"Mine\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\\u0000b", "LONG"})
    void a_project_needs_a_name_that_fits(String name) {
        String said = name.equals("LONG") ? "x".repeat(10_000) : name;
        assertProblem(admin.client().post(PROJECTS, "{\"name\": \"" + said + "\"}"), 400);
        assertProblem(
                admin.client().patch(PROJECTS + "/" + project, "{\"name\": \"" + said + "\"}"),
                400);
    }

    @Test
    void a_request_asked_again_by_its_key_tells_a_former_member_nothing() {
        String experiment = id(admin.client().post(EXPERIMENTS, preset(project)));
        add("EDITOR");
        String runs = EXPERIMENTS + "/" + experiment + "/runs";
        assertThat(keyed(runs).status()).isEqualTo(202);
        assertThat(admin.client().delete(member(other)).status()).isEqualTo(204);
        assertProblem(keyed(runs), 404);
    }

    private Answer keyed(String path) {
        return other.client()
                .send(
                        other.client()
                                .request(path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "once")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                                ONE_EPOCH)));
    }

    private void add(String role) {
        Answer added =
                admin.client()
                        .post(PROJECTS + "/" + project + "/members", member(other.name(), role));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private void become(String role) {
        assertThat(admin.client().patch(member(other), "{\"role\": \"" + role + "\"}").status())
                .isEqualTo(200);
    }

    private String member(Person person) {
        return PROJECTS + "/" + project + "/members/" + person.id();
    }

    private static String member(String name, String role) {
        return "{\"account\": \"" + name + "\", \"role\": \"" + role + "\"}";
    }

    private static String preset(String project) {
        return "{\"preset\": \"damped-simple-rnn\", \"project\": \"" + project + "\"}";
    }

    private static String queued(Person person, String experiment) {
        return id(person.client().post(EXPERIMENTS + "/" + experiment + "/runs", ONE_EPOCH));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json().get("id").stringValue();
    }
}
