package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class LinksApiTest {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;

    ApiClient maker;
    ApiClient nobody;
    String experiment;
    String run;

    @BeforeEach
    void a_run_of_somebody() {
        TestRuns runs = new TestRuns(context);
        maker = ApiClient.nobody(port).as(runs.caller.name(), TestRuns.PASSWORD);
        nobody = ApiClient.nobody(port);
        experiment = runs.experiment.toString();
        run = runs.queue(2).toString();
        runs.awaitEnd(new RunId(UUID.fromString(run)));
    }

    private JsonNode share(String path, String body) {
        Answer made = maker.post("/api/v1/" + path + "/links", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        return made.json();
    }

    private Answer shared(JsonNode link) {
        return nobody.get("/api/v1/shared/" + link.get("key").stringValue());
    }

    @Test
    void a_link_answers_the_run_and_no_other_id_or_name() {
        JsonNode link = share("runs/" + run, "");

        Answer answer = shared(link);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("kind").stringValue()).isEqualTo("RUN");
        assertThat(answer.json().get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(answer.json().at("/metrics/best_val_loss").isNumber()).isTrue();
        assertThat(ids(answer)).containsExactly(run);
        JsonNode own = maker.get("/api/v1/runs/" + run).json();
        assertThat(answer.text()).doesNotContain(own.get("owner").stringValue());
        assertThat(answer.json().propertyNames())
                .doesNotContain("owner", "experimentId", "project", "worker", "provenance");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(link.get("url").stringValue())
                .isEqualTo("http://localhost:" + port + "/shared/" + link.get("key").stringValue());
    }

    private static Set<String> ids(Answer answer) {
        Set<String> ids = new HashSet<>();
        Matcher found = ID.matcher(answer.text());
        while (found.find()) {
            ids.add(found.group());
        }
        return ids;
    }

    @Test
    void a_link_answers_the_losses_of_its_run() {
        String key = share("runs/" + run, "{}").get("key").stringValue();

        Answer all = nobody.get("/api/v1/shared/" + key + "/metrics");
        Answer since = nobody.get("/api/v1/shared/" + key + "/metrics?keys=loss&after=1");

        assertThat(all.json().at("/series/val_loss/value")).hasSize(2);
        assertThat(since.json().at("/series/loss/step")).hasSize(1);
        assertThat(nobody.get("/api/v1/shared/" + key + "/metrics?maxPoints=0").status())
                .isEqualTo(400);
    }

    @Test
    void a_link_to_a_group_or_a_comparison_answers_it_without_the_ids_of_its_runs() {
        String one = group("one");
        String two = group("two");
        JsonNode ofOne = share("groups/" + one, "{\"expiresAt\": null}");
        JsonNode ofBoth = share("groups/" + one, "{\"with\": \"" + two + "\"}");

        Answer group = shared(ofOne);
        assertThat(group.json().get("kind").stringValue()).isEqualTo("GROUP");
        assertThat(group.json().get("runs")).hasSize(2);
        assertThat(ids(group)).containsExactly(one);
        String metrics = "/api/v1/shared/" + ofOne.get("key").stringValue() + "/metrics";
        assertThat(nobody.get(metrics).json().at("/series/loss").isObject()).isTrue();
        assertThat(ofOne.get("expiresAt").isNull()).isTrue();

        Answer both = shared(ofBoth);
        assertThat(both.json().get("kind").stringValue()).isEqualTo("COMPARISON");
        assertThat(both.json().get("with").stringValue()).isEqualTo("two");
        assertThat(ids(both)).isEmpty();
        String none = "/api/v1/shared/" + ofBoth.get("key").stringValue() + "/metrics";
        assertThat(nobody.get(none).status()).isEqualTo(404);

        assertThat(maker.get("/api/v1/groups/" + one + "/links").json()).hasSize(1);
        assertThat(maker.get("/api/v1/groups/" + one + "/links?with=" + two).json()).hasSize(1);
    }

    private String group(String name) {
        String body =
                "{\"name\": \"NAME\", \"seeds\": [1, 2], \"overrides\": {\"training.epochs\": 1}}";
        return maker.post("/api/v1/experiments/" + experiment + "/runs", body.replace("NAME", name))
                .json()
                .at("/group/id")
                .stringValue();
    }

    @Test
    void makers_see_who_made_which_and_revoke_once() {
        JsonNode link = share("runs/" + run, "{\"note\": \"Reviewer 2\"}");
        String id = link.get("id").stringValue();
        shared(link);

        JsonNode listed = maker.get("/api/v1/runs/" + run + "/links").json().get(0);
        assertThat(listed.get("note").stringValue()).isEqualTo("Reviewer 2");
        assertThat(listed.get("opens").intValue()).isEqualTo(1);
        assertThat(listed.toString()).doesNotContain(link.get("key").stringValue());
        assertThat(maker.get("/api/v1/links/" + id).json()).isEqualTo(listed);

        assertThat(maker.delete("/api/v1/links/" + id).status()).isEqualTo(204);
        assertThat(maker.delete("/api/v1/links/" + id).status()).isEqualTo(404);
        assertThat(shared(link).status()).isEqualTo(404);
        assertThat(maker.get("/api/v1/runs/" + run + "/links").json()).isEmpty();
    }

    @Test
    void a_key_opens_nothing_else_and_its_refusal_does_not_repeat_it() {
        String key = share("runs/" + run, "").get("key").stringValue();

        assertThat(nobody.bearer(key).get("/api/v1/runs/" + run).status()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/shared/" + key + "/checkpoints").status()).isEqualTo(401);
        String wrong = key.substring(1) + "A";
        assertThat(nobody.get("/api/v1/shared/" + wrong).status()).isEqualTo(404);
        assertThat(nobody.get("/api/v1/shared/" + wrong).text()).doesNotContain(wrong);
        assertThat(nobody.get("/api/v1/shared/" + "k".repeat(5_000)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'expiresAt': '2001-01-01T00:00:00Z'} | expiresAt",
                "{'expiresAt': '+999999999-12-31T23:59:59Z'} | expiresAt",
                "{'expiresAt': 'tomorrow'} | expiresAt",
                "{'expiresAt': 5} | expiresAt",
                "{'note': 7} | note",
                "{'note': 'LONG'} | note",
                "{'with': 'x'} | with",
                "[] | ''",
            })
    void what_makes_no_sense_is_named(String body, String field) {
        String json = body.replace('\'', '"').replace("LONG", "n".repeat(10_000));

        Answer refused = maker.post("/api/v1/runs/" + run + "/links", json);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").stringValue())
                .isEqualTo(field.replace("'", ""));
        assertThat(maker.get("/api/v1/runs/" + run + "/links").json()).isEmpty();
    }

    @Test
    void a_page_of_a_key_that_opens_nothing_is_not_found_and_none_is_to_be_listed() {
        String key = share("runs/" + run, "").get("key").stringValue();

        Answer page = nobody.get("/shared/" + key);
        Answer dead = nobody.get("/shared/" + "A".repeat(43));

        assertThat(page.status()).isEqualTo(200);
        assertThat(dead.status()).isEqualTo(404);
        for (Answer answer : new Answer[] {page, dead}) {
            assertThat(answer.header("X-Robots-Tag")).contains("noindex");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.text()).contains("<meta name=\"robots\" content=\"noindex");
        }
        assertThat(page.text()).doesNotContain(run);
    }

    @Test
    void a_run_that_is_deleted_for_good_takes_its_links_with_it() {
        JsonNode link = share("runs/" + run, "");

        maker.delete("/api/v1/runs/" + run);
        assertThat(shared(link).status()).isEqualTo(404);
        Answer purged = maker.post("/api/v1/runs/" + run + "/purge", "");

        assertThat(purged.status()).as(purged.text()).isEqualTo(204);
        Awaitility.await()
                .until(
                        () ->
                                jdbc.sql("select count(*) from share_link where id = ?")
                                        .param(UUID.fromString(link.get("id").stringValue()))
                                        .query(Long.class)
                                        .single(),
                        left -> left == 0);
    }

    @Test
    void strangers_find_no_links() {
        ApiClient stranger = Person.make(context, port).client();
        String id = share("runs/" + run, "").get("id").stringValue();

        assertThat(stranger.get("/api/v1/runs/" + run + "/links").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/links/" + id).status()).isEqualTo(404);
        assertThat(stranger.delete("/api/v1/links/" + id).status()).isEqualTo(404);
    }
}
