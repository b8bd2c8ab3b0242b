package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The published description says what the contract promises, call by call and field by field. */
@IntegrationTest
class OpenApiTest {

    @LocalServerPort int port;
    JsonNode api;

    @BeforeEach
    void read() {
        api = ApiClient.nobody(port).get("/v3/api-docs").json();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/api/calls.csv", delimiter = '|', numLinesToSkip = 1)
    void every_call_is_described_with_its_parameters_fields_and_statuses(
            String method,
            String path,
            String parameters,
            String sent,
            String statuses,
            String answered) {
        JsonNode call = api.at("/paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
        assertThat(call.isObject()).as("%s %s", method, path).isTrue();
        assertThat(call.path("summary").stringValue("")).isNotBlank();
        assertThat(call.path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(list(parameters));
        assertThat(fields(call.at("/requestBody/content/application~1json/schema")))
                .containsExactlyInAnyOrderElementsOf(list(sent));
        assertThat(call.path("responses").propertyNames())
                .containsExactlyInAnyOrderElementsOf(list(statuses));
        String success = list(statuses).getFirst();
        JsonNode schema =
                call.path("responses").path(success).at("/content/application~1json/schema");
        assertThat(fields(schema)).containsAll(list(answered));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/api/schemas.csv", delimiter = '|', numLinesToSkip = 1)
    void every_part_has_the_fields_of_the_contract(String schema, String fields) {
        assertThat(fields(api.at("/components/schemas/" + schema))).containsAll(list(fields));
    }

    @Test
    void no_call_is_described_that_the_contract_does_not_list() throws Exception {
        Set<String> contract = new TreeSet<>();
        try (var lines = getClass().getResourceAsStream("/api/calls.csv")) {
            for (String line : new String(lines.readAllBytes()).lines().skip(1).toList()) {
                String[] cells = line.split("\\|");
                contract.add(cells[0].strip() + " " + cells[1].strip());
            }
        }
        Set<String> described = new TreeSet<>();
        api.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        assertThat(described).isEqualTo(contract);
    }

    @Test
    void every_reference_leads_somewhere_and_every_id_is_unique() {
        for (String reference : api.findValuesAsString("$ref")) {
            assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
        assertThat(api.findValuesAsString("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void refusals_are_problems() {
        for (JsonNode call : api.findValues("responses")) {
            call.properties().stream()
                    .filter(answer -> answer.getKey().startsWith("4"))
                    .forEach(answer ->
                            assertThat(answer.getValue().path("content").propertyNames())
                                    .containsExactly("application/problem+json"));
        }
    }

    /**
     * Names of a schema's fields; of its items' where it is a list, of all where it is one of
     * several.
     */
    private Set<String> fields(JsonNode schema) {
        JsonNode at = schema;
        if (at.has("items")) {
            at = at.get("items");
        }
        if (at.has("$ref")) {
            at = api.at(at.get("$ref").stringValue().substring(1));
        }
        Set<String> names = new LinkedHashSet<>(at.path("properties").propertyNames());
        at.path("oneOf").forEach(one -> names.addAll(fields(one)));
        return names;
    }

    private static List<String> list(String cell) {
        return cell == null || cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split(" +"));
    }
}
