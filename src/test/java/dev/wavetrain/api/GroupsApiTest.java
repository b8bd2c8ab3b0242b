package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.sharing.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class GroupsApiTest {

    private static final String GROUPS = "/api/v1/groups/";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    ApiClient owner;
    String runs;

    @BeforeEach
    void client() {
        owner = ApiClient.owner(port);
        runs = experiment(owner);
    }

    @Test
    void seeds_are_queued_as_a_group_and_its_spread_is_there_when_they_have_ended() {
        Answer queued = queue("[3, 1, 2]", 6);
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        JsonNode made = queued.json();
        String id = made.at("/group/id").stringValue();
        assertThat(queued.header("Location")).isEqualTo(GROUPS + id);
        assertThat(made.at("/group").propertyNames())
                .contains("id", "name", "experimentId", "experimentVersion", "seeds", "createdAt");
        assertThat(made.get("runs").findValuesAsString("group")).containsExactly(id, id, id);

        JsonNode group = ended(id);

        assertThat(group.get("spread").propertyNames())
                .containsExactly("loss", "best_val_loss", "best_epoch", "epochs");
        JsonNode loss = group.at("/spread/loss");
        assertThat(loss.get("n").intValue()).isEqualTo(3);
        List<Double> losses =
                group.get("runs")
                        .valueStream()
                        .map(run -> run.at("/metrics/loss").doubleValue())
                        .sorted()
                        .toList();
        assertThat(loss.get("median").doubleValue()).isEqualTo(losses.get(1));
        assertThat(loss.get("min").doubleValue()).isEqualTo(losses.getFirst());
        assertThat(losses).doesNotHaveDuplicates();
        JsonNode line =
                owner.get(GROUPS + id + "/metrics?keys=loss&maxPoints=3").json().at("/series/loss");
        assertThat(line.get("step").toString()).isEqualTo("[1,3,6]");
        assertThat(line.get("runs").toString()).isEqualTo("[3,3,3]");
        assertThat(line.at("/median/2").doubleValue()).isEqualTo(losses.get(1));
        assertThat(owner.get("/api/v1/runs?query=group:" + id).json().get("total").intValue())
                .isEqualTo(3);
        assertProblem(owner.post(GROUPS + id + "/cancel", ""), 409);
    }

    @Test
    void one_seed_is_a_run_as_ever_and_one_in_a_list_is_a_group() {
        JsonNode run = owner.post(runs, "{\"seed\": 5}").json();
        assertThat(run.get("seed").intValue()).isEqualTo(5);
        assertThat(run.get("group").isNull()).isTrue();
        assertThat(queue("[5]", 1).json().get("runs").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|seeds|must have 1 or more entries",
                "[1, 2, 1]|seeds|must all be different: 1 is there more than once",
                "7|seeds|must be a list of whole numbers",
                "[1, 2.5]|seeds[1]|must be a whole number",
                "[1, \"2\", 3]|seeds[1]|must be a whole number",
                "[1e300]|seeds[0]|must be a whole number",
                "[null]|seeds[0]|must be a whole number",
            })
    void seeds_that_cannot_be_are_named(String seeds, String field, String message) {
        Answer refused = queue(seeds, 1);
        assertProblem(refused, 400);
        assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/message").stringValue()).isEqualTo(message);
    }

    @Test
    void too_many_seeds_are_refused_for_their_number_in_a_line() {
        for (int count : List.of(101, 10_000, 100_000)) {
            String seeds =
                    IntStream.range(0, count)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(",", "[", "]"));
            Answer refused = queue(seeds, 1);
            assertProblem(refused, 400);
            assertThat(refused.json().get("errors").toString())
                    .isEqualTo(
                            "[{\"field\":\"seeds\",\"message\":\"must have at most 100 entries,"
                                    + " and has "
                                    + count
                                    + "\"}]");
        }
    }

    @Test
    void seed_and_seeds_together_or_an_override_that_does_not_fit_leave_nothing_behind() {
        assertProblem(owner.post(runs, "{\"seed\": 1, \"seeds\": [1, 2]}"), 400);
        assertProblem(queue("[1, 2]", 0), 400);
        String experiment = runs.replace("/api/v1/experiments/", "").replace("/runs", "");
        assertThat(
                        owner.get("/api/v1/runs?query=experiment:" + experiment)
                                .json()
                                .get("total")
                                .intValue())
                .isZero();
    }

    @Test
    void groups_are_compared_and_a_running_one_is_cancelled() {
        String one = queue("[1, 2, 3]", 2).json().at("/group/id").stringValue();
        String endless = queue("[1, 2, 3, 4]", 10_000_000).json().at("/group/id").stringValue();
        ended(one);

        JsonNode both = owner.get(GROUPS + one + "/compare?with=" + endless).json();
        assertThat(both.get("sameTask").booleanValue()).isTrue();
        assertThat(both.at("/metrics/loss/group/n").intValue()).isEqualTo(3);
        assertThat(both.at("/metrics/loss/with").isNull()).isTrue();
        assertThat(both.at("/metrics/loss/verdict").stringValue()).isEqualTo("TOO_FEW_SEEDS");

        assertThat(owner.post(GROUPS + endless + "/cancel", "").status()).isEqualTo(202);
        assertThat(ended(endless).get("runs").findValuesAsString("state"))
                .containsOnly("CANCELLED");
        assertProblem(owner.get(GROUPS + one + "/compare"), 400);
        assertProblem(owner.get(GROUPS + one + "/compare?with=" + one), 400);
        assertProblem(owner.get(GROUPS + one + "/compare?with=7"), 404);
        assertProblem(owner.get(GROUPS + one + "/metrics?maxPoints=3000"), 400);
        assertProblem(owner.get(GROUPS + one + "/metrics?keys=accuracy"), 400);
    }

    @Test
    void a_group_of_others_does_not_exist() {
        String hers = queue("[1, 2]", 1).json().at("/group/id").stringValue();
        String eve = ApiClient.uniqueName();
        accounts.create(eve, "long enough");
        ApiClient other = ApiClient.nobody(port).as(eve, "long enough");
        String own =
                other.post(experiment(other), "{\"seeds\": [1]}")
                        .json()
                        .at("/group/id")
                        .stringValue();

        assertProblem(other.get(GROUPS + hers), 404);
        assertProblem(other.get(GROUPS + hers + "/metrics"), 404);
        assertProblem(other.post(GROUPS + hers + "/cancel", ""), 404);
        assertProblem(other.get(GROUPS + own + "/compare?with=" + hers), 404);
        assertProblem(other.get(GROUPS + "nonsense"), 404);
        assertThat(other.get("/api/v1/runs?query=group:" + hers).json().get("total").intValue())
                .isZero();
    }

    private static String experiment(ApiClient who) {
        Answer made = who.post("/api/v1/experiments", "{\"preset\":\"damped-simple-rnn\"}");
        return made.header("Location") + "/runs";
    }

    private Answer queue(String seeds, int epochs) {
        return owner.post(
                runs,
                "{\"seeds\": " + seeds + ", \"overrides\": {\"training.epochs\": " + epochs + "}}");
    }

    private JsonNode ended(String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> owner.get(GROUPS + id).json(),
                        group ->
                                group.get("runs")
                                        .valueStream()
                                        .noneMatch(run -> run.get("finishedAt").isNull()));
    }
}
