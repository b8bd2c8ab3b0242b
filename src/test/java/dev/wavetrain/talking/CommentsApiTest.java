package dev.wavetrain.talking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.common.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Members say something about runs, call each other, and take back what they said. */
@IntegrationTest
class CommentsApiTest {

    static final String API = "/api/v1";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired CommentFeed feed;
    @Autowired Comments comments;
    @Autowired JdbcClient jdbc;

    Person admin;
    Person viewer;
    String project;
    String run;

    @BeforeEach
    void a_run_in_a_project_of_two() {
        admin = Person.make(context, port);
        viewer = Person.make(context, port);
        project = id(admin.client().post(API + "/projects", "{\"name\": \"Talk\"}"));
        admin.client()
                .post(
                        API + "/projects/" + project + "/members",
                        "{\"account\": \"" + viewer.name() + "\", \"role\": \"VIEWER\"}");
        String experiment =
                id(
                        admin.client()
                                .post(
                                        API + "/experiments",
                                        "{\"preset\": \"damped-simple-rnn\", \"project\": \""
                                                + project
                                                + "\"}"));
        run =
                id(
                        admin.client()
                                .post(
                                        API + "/experiments/" + experiment + "/runs",
                                        "{\"overrides\": {\"training.epochs\": 1}}"));
    }

    @Test
    void what_is_said_is_listed_newest_first() {
        String first = say(viewer, "first");
        String second = say(admin, "  second\n");
        JsonNode listed = list(viewer);
        assertThat(listed.get("total").intValue()).isEqualTo(2);
        assertThat(listed.get("items").findValuesAsString("id")).containsExactly(second, first);
        assertThat(listed.get("items").findValuesAsString("text"))
                .containsExactly("second", "first");
        assertThat(listed.get("items").findValuesAsString("author"))
                .containsExactly(admin.name(), viewer.name());
        JsonNode page = viewer.client().get(path() + "?page=1&size=1").json();
        assertThat(page.get("items").findValuesAsString("id")).containsExactly(first);
    }

    @Test
    void only_members_are_called() {
        Person stranger = Person.make(context, port);
        String text = "@" + admin.name() + " and @" + stranger.name() + ", see me@" + viewer.name();
        JsonNode said = viewer.client().post(path(), body(text)).json();
        assertThat(texts(said.get("mentions"))).containsExactly(admin.name());
    }

    @Test
    void an_edit_is_told_and_calls_anew() {
        String id = say(viewer, "@" + admin.name());
        Answer edited = viewer.client().patch(API + "/comments/" + id, body("nobody, really"));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().get("editedAt").isNull()).isFalse();
        assertThat(edited.json().get("mentions")).isEmpty();
        assertThat(admin.client().patch(API + "/comments/" + id, body("mine")).status())
                .isEqualTo(403);
    }

    @Test
    void one_that_was_deleted_can_be_brought_back_for_a_day() {
        String id = say(viewer, "gone");
        assertThat(admin.client().delete(API + "/comments/" + id).status()).isEqualTo(204);
        assertThat(list(viewer).get("total").intValue()).isZero();
        assertThat(viewer.client().delete(API + "/comments/" + id).status()).isEqualTo(404);
        comments.restore(viewer.caller(), UUID.fromString(id));
        assertThat(list(viewer).get("items").findValuesAsString("text")).containsExactly("gone");
        comments.delete(viewer.caller(), UUID.fromString(id));
        jdbc.sql("update run_comment set deleted_at = created_at - interval '2' day where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        comments.delete(viewer.caller(), UUID.fromString(say(viewer, "another")));
        assertThat(
                        jdbc.sql("select count(*) from run_comment where id = :id")
                                .param("id", UUID.fromString(id))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void a_former_member_reads_and_changes_nothing() {
        String id = say(viewer, "mine");
        admin.client().delete(API + "/projects/" + project + "/members/" + viewer.id());
        assertThat(viewer.client().get(path()).status()).isEqualTo(404);
        assertThat(viewer.client().post(path(), body("more")).status()).isEqualTo(404);
        assertThat(viewer.client().patch(API + "/comments/" + id, body("x")).status())
                .isEqualTo(404);
        assertThat(viewer.client().delete(API + "/comments/" + id).status()).isEqualTo(404);
    }

    @Test
    void what_is_no_comment_is_refused_in_words() {
        assertRefused("{}", "is required");
        assertRefused(body(" \n "), "is required");
        assertRefused(body("x".repeat(10_001)), "must have at most 10000 characters");
        assertRefused(body("\u0007"), "is not allowed here: control characters");
        assertThat(viewer.client().post(path(), body("🌊\u202e".repeat(2_500))).status())
                .isEqualTo(201);
    }

    @Test
    void pages_hear_of_each_change_until_they_leave() {
        List<Boolean> heard = new ArrayList<>();
        Runnable leave = feed.subscribe(new RunId(UUID.fromString(run)), heard::add);
        String id = say(viewer, "one");
        viewer.client().patch(API + "/comments/" + id, body("two"));
        viewer.client().delete(API + "/comments/" + id);
        assertThat(heard).hasSize(3);
        leave.run();
        say(viewer, "unheard");
        assertThat(heard).hasSize(3);
    }

    private void assertRefused(String body, String words) {
        Answer answer = viewer.client().post(path(), body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("field").stringValue()).isEqualTo("text");
        assertThat(answer.text()).contains(words);
    }

    private String path() {
        return API + "/runs/" + run + "/comments";
    }

    private String say(Person who, String text) {
        return id(who.client().post(path(), body(text)));
    }

    private JsonNode list(Person who) {
        return who.client().get(path()).json();
    }

    private static String body(String text) {
        return ApiClient.JSON.createObjectNode().put("text", text).toString();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json().get("id").stringValue();
    }
}
