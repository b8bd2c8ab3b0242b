package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The character NUL, which PostgreSQL keeps in no text, is refused in words by either database. */
@IntegrationTest
class ControlCharactersTest {

    @LocalServerPort int port;
    ApiClient owner;

    @BeforeEach
    void signed_in() {
        owner = ApiClient.owner(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'preset':'damped-gru','name':'a\\u0000b'}",
                "{'preset':'damped-gru\\u0000'}",
                "{'name':'a','description':'\\u0000','definition':{}}"
            })
    void in_an_experiment(String body) {
        assertThat(owner.post("/api/v1/experiments", quoted(body)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'\\u0000'}", "{'notes':'\\u0000'}", "{'tags':['\\u0000']}"})
    void on_a_run(String body) {
        String experiment =
                id(owner.post("/api/v1/experiments", quoted("{'preset':'damped-gru'}")));
        String run =
                id(
                        owner.post(
                                "/api/v1/experiments/" + experiment + "/runs",
                                quoted("{'overrides':{'training.epochs':1}}")));
        assertThat(owner.patch("/api/v1/runs/" + run, quoted(body)).status()).isEqualTo(400);
        assertThat(owner.post("/api/v1/experiments/" + experiment + "/runs", quoted(body)).status())
                .isEqualTo(400);
    }

    @Test
    void in_an_expression() {
        String definition =
                """
                {'sequence':{'task':'NEXT_STEP','input':{'expression':'x\\u0000'},
                 'domain':{'from':'0','to':'1','points':50},'window':5},
                 'network':{'cell':'GRU','units':[2]},
                 'training':{'optimizer':{'kind':'SGD'},'loss':'MSE','batchSize':5,'epochs':1}}
                """;
        assertThat(owner.post("/api/v1/definitions/check", quoted(definition)).status())
                .isEqualTo(400);
    }

    @Test
    void in_a_search() {
        assertThat(owner.get("/api/v1/runs?query=%00").status()).isEqualTo(400);
    }

    @Test
    void in_a_token_or_a_name_that_signs_in() {
        assertThat(owner.post("/api/v1/tokens", quoted("{'name':'\\u0000'}")).status())
                .isEqualTo(400);
        assertThat(ApiClient.nobody(port).as("own\0er", "x").get("/api/v1/runs").status())
                .isEqualTo(401);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static String id(Answer made) {
        return made.json().path("id").stringValue();
    }
}
