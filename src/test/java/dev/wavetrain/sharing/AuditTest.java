package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.MovedClock;
import dev.wavetrain.Person;
import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.Csv;
import dev.wavetrain.common.ProjectId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What people do is written down with it, for those who may know and for nobody else. */
@IntegrationTest
class AuditTest {

    static final String API = "/api/v1";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Audit audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    Person admin;
    Person other;
    String project;

    @BeforeEach
    void a_project_of_two() {
        admin = Person.make(context, port);
        other = Person.make(context, port);
        project = id(admin.client().post(API + "/projects", "{\"name\": \"Waves\"}"));
    }

    @Test
    void what_happens_in_a_project_is_told_to_its_admins_the_newest_first() {
        String members = API + "/projects/" + project + "/members";
        done(
                admin.client()
                        .post(
                                members,
                                "{\"account\": \"%s\", \"role\": \"VIEWER\"}"
                                        .formatted(other.name())));
        done(admin.client().patch(members + "/" + other.id(), "{\"role\": \"EDITOR\"}"));
        done(admin.client().patch(API + "/projects/" + project, "{\"name\": \"Other waves\"}"));
        String experiment = experiment();
        String run = run(experiment);
        done(admin.client().delete(API + "/runs/" + run));
        done(admin.client().post(API + "/runs/" + run + "/restore", ""));
        done(admin.client().delete(API + "/experiments/" + experiment));
        done(admin.client().delete(members + "/" + other.id()));

        JsonNode told = told("");
        assertThat(told.findValuesAsString("action"))
                .containsExactly(
                        "MEMBER_REMOVED",
                        "EXPERIMENT_DELETED",
                        "RUN_RESTORED",
                        "RUN_DELETED",
                        "PROJECT_RENAMED",
                        "MEMBER_CHANGED",
                        "MEMBER_ADDED",
                        "PROJECT_MADE");
        assertThat(told.findValuesAsString("actorName")).containsOnly(admin.name());
        assertThat(told.findValuesAsString("address")).allMatch(a -> a.contains("1"));
        JsonNode renamed = told.get("items").get(4);
        assertThat(renamed.get("subjectName").stringValue()).isEqualTo("Other waves");
        assertThat(renamed.get("detail").stringValue()).isEqualTo("Waves");
    }

    @Test
    void a_refused_sign_in_is_told_without_a_name_that_could_be_a_password() {
        ApiClient nobody = ApiClient.nobody(port);
        String secret = "hunter2-" + UUID.randomUUID();
        assertThat(nobody.as(secret, "x").get(API + "/presets").status()).isEqualTo(401);
        assertThat(nobody.as(other.name(), secret).get(API + "/presets").status()).isEqualTo(401);
        Answer all = ApiClient.owner(port).get(API + "/audit?action=SIGN_IN_REFUSED");
        assertThat(all.text()).contains(other.name()).doesNotContain("hunter2");
        assertThat(all.json().findValues("actor")).allMatch(JsonNode::isNull);
        assertThat(rows("hunter2")).isZero();
    }

    @Test
    void scripts_that_call_often_are_told_once_an_hour() {
        other.client().get(API + "/presets");
        other.client().get(API + "/presets");
        Answer mine = owner("?action=SIGNED_IN&actor=" + other.id());
        assertThat(mine.json().get("total").intValue()).isEqualTo(1);
    }

    @Test
    void secrets_are_never_written_down() {
        String token = text(admin.client().post(API + "/tokens", "{\"name\": \"ci\"}"), "token");
        String invitation = text(ApiClient.owner(port).post(API + "/invitations", "{}"), "url");
        String reset =
                text(
                        ApiClient.owner(port)
                                .post(API + "/accounts/" + other.id() + "/password-reset", ""),
                        "url");
        for (String secret : List.of(token, key(invitation), key(reset), Person.PASSWORD)) {
            assertThat(rows(secret)).isZero();
        }
        assertThat(owner("?action=TOKEN_MADE&actor=" + admin.name()).text()).contains("\"ci\"");
        assertThat(owner("?action=PASSWORD_RESET_MADE").text()).contains(other.name());
    }

    @Test
    void what_was_not_done_is_not_told_and_what_was_refused_is_told_all_the_same() {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> {
                            audit.note(act("undone"));
                            audit.noteApart(act("apart"));
                            throw new IllegalStateException("no");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows("undone")).isZero();
        assertThat(rows("apart")).isOne();
    }

    @Test
    void guessing_does_not_fill_the_disk_and_is_told_again_after_an_hour() {
        MovedClock clock = new MovedClock();
        SignInAudit guarded = new SignInAudit(audit, clock);
        long before = refused();
        for (int i = 0; i < SignInAudit.MOST_REFUSED + 5; i++) {
            guarded.refused(Optional.empty(), "192.0.2.1");
        }
        assertThat(refused() - before).isEqualTo(SignInAudit.MOST_REFUSED);
        assertThat(rows(SignInAudit.NO_MORE)).isOne();
        clock.move(Duration.ofMinutes(61));
        guarded.refused(Optional.empty(), "192.0.2.1");
        assertThat(refused() - before).isEqualTo(SignInAudit.MOST_REFUSED + 1);
    }

    @Test
    void others_do_not_see_it() {
        assertThat(other.client().get(API + "/audit?project=" + project).status()).isEqualTo(404);
        assertThat(other.client().get(API + "/audit").text()).doesNotContain("Waves");
        assertThat(owner("?project=" + project).json().get("total").intValue()).isEqualTo(1);
    }

    @Test
    void it_is_found_by_person_action_time_and_words_page_by_page() {
        for (int i = 0; i < 5; i++) {
            note("line-" + i + "_%!");
        }
        assertThat(told("&actor=" + admin.id()).get("total").intValue()).isEqualTo(1);
        assertThat(told("&action=RUN_PURGED").get("total").intValue()).isEqualTo(5);
        assertThat(told("&text=LINE-3_%25!").findValuesAsString("subjectName"))
                .containsExactly("line-3_%!");
        assertThat(told("&text=%25").get("total").intValue()).isEqualTo(5);
        assertThat(told("&to=1999-12-31").get("total").intValue()).isZero();
        assertThat(told("&from=1999-12-31&to=9998-01-01").get("total").intValue()).isEqualTo(6);
        assertThat(told("&from=2999-12-31T00:00:00Z").get("total").intValue()).isZero();
        List<String> pages = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            pages.addAll(told("&size=2&page=" + page).findValuesAsString("number"));
        }
        assertThat(pages).hasSize(6).doesNotHaveDuplicates();
        for (String wrong : List.of("from=x", "to=2026-13-01", "action=X", "size=0", "from=+1-1-1"))
            assertThat(admin.client().get(API + "/audit?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
    }

    @Test
    void the_file_has_every_line_and_no_formula() throws Exception {
        for (int i = 0; i < 600; i++) {
            note(i == 0 ? "=HYPERLINK(\"http://x\",\"y\")" : i == 1 ? "a \"b\",\nc" : "n" + i);
        }
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        audit.writeCsv(
                admin.caller(), AuditQuery.of(new ProjectId(UUID.fromString(project))), sink);
        String file = sink.toString(StandardCharsets.UTF_8);
        assertThat(file)
                .startsWith(AuditCsv.HEAD)
                .contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",")
                .contains(",\"a \"\"b\"\",\nc\",")
                .contains(",n599,");
        assertThat(file.split("\r\n")).hasSize(602);
        Answer sent = admin.client().get(API + "/audit.csv?project=" + project + "&text=n599");
        assertThat(sent.text()).startsWith(AuditCsv.HEAD).contains("RUN_PURGED").contains(",n599,");
        assertThat(sent.header("Content-Type")).startsWith("text/csv");
    }

    @Test
    void cells_that_spreadsheets_take_for_formulas_are_texts() {
        for (String evil : List.of("=1", "+1", "-1", "@x", "\t=1", "  =1", "＝1", "\u00a0=1")) {
            assertThat(Csv.cell(evil)).as(evil).matches("\"?'.*");
        }
        assertThat(Csv.cell("a=1")).isEqualTo("a=1");
    }

    private void note(String name) {
        audit.note(act(name));
    }

    private Act act(String name) {
        return Act.byNobody(AuditAction.RUN_PURGED)
                .to(Act.Kind.RUN, UUID.randomUUID(), name)
                .in(new ProjectId(UUID.fromString(project)));
    }

    private JsonNode told(String more) {
        Answer answer = admin.client().get(API + "/audit?project=" + project + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Answer owner(String more) {
        return ApiClient.owner(port).get(API + "/audit" + more);
    }

    private long refused() {
        return jdbc.sql("select count(*) from audit_entry where action = 'SIGN_IN_REFUSED'")
                .query(Long.class)
                .single();
    }

    private long rows(String text) {
        return jdbc.sql(
                        "select count(*) from audit_entry where coalesce(actor_name, '') ||"
                                + " coalesce(subject, '') || coalesce(detail, '') like :text")
                .param("text", "%" + text + "%")
                .query(Long.class)
                .single();
    }

    private String experiment() {
        return id(
                admin.client()
                        .post(
                                API + "/experiments",
                                "{\"preset\": \"damped-simple-rnn\", \"project\": \"%s\"}"
                                        .formatted(project)));
    }

    private String run(String experiment) {
        return id(
                admin.client()
                        .post(
                                API + "/experiments/" + experiment + "/runs",
                                "{\"overrides\": {\"training.epochs\": 1}}"));
    }

    private static String key(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String text(Answer answer, String field) {
        done(answer);
        return answer.json().get(field).stringValue();
    }

    private static String id(Answer answer) {
        return text(answer, "id");
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }
}
