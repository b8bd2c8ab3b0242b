package dev.wavetrain.api;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.sequence.SequenceDefinition;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** What the published description says beyond the controllers: sign-in, refusals, definitions. */
@Configuration
class OpenApiConfiguration {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private static final Set<String> WHOLE_NUMBERS = Set.of("page", "size", "after", "maxPoints");

    private static final String FORBIDDEN = "The caller sees it but may not do this.";

    OpenApiConfiguration() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Definition.class, new Schema<>().$ref(Shape.DEFINITION))
                .replaceWithSchema(SequenceDefinition.class, new Schema<>().$ref(Shape.SEQUENCE));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Wavetrain")
                                .version("1")
                                .description(
                                        "Trains sequence models on waves and shows it happening."
                                                + " Times are ISO-8601 in UTC. Numbers that are"
                                                + " not finite travel as the texts NaN, Infinity"
                                                + " and -Infinity. Refusals are problems"
                                                + " (RFC 9457). While the database does not"
                                                + " answer or its disk is full, every call says"
                                                + " so with 503.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes("password", scheme("basic"))
                                .addSecuritySchemes("token", scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("password"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    /** Whole numbers are read from texts, so that what is no number can be named. */
    @Bean
    OperationCustomizer namesAndNumbers() {
        return (operation, method) -> {
            operation.setOperationId(
                    method.getMethod().getName() + String.join("", operation.getTags()));
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> WHOLE_NUMBERS.contains(parameter.getName()))
                        .forEach(parameter -> parameter.setSchema(new IntegerSchema()));
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer schemasAndRefusals() throws IOException {
        Map<String, Schema<?>> byHand = byHand();
        return api -> {
            api.setServers(List.of(new Server().url("/")));
            byHand.forEach(api.getComponents()::addSchemas);
            ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(new AnnotatedType(Problem.class))
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap()
                                    .forEach((method, operation) -> {
                                        if (mayBeForbidden(path, method)) {
                                            refusal(operation, "403", FORBIDDEN);
                                        }
                                        refusals(path, operation);
                                    }));
        };
    }

    private static Map<String, Schema<?>> byHand() throws IOException {
        try (InputStream json = new ClassPathResource("openapi/definition.json").getInputStream()) {
            return Json31.mapper()
                    .readValue(
                            json,
                            Json31.mapper()
                                    .getTypeFactory()
                                    .constructMapType(Map.class, String.class, Schema.class));
        }
    }

    /** What one sees but may not change; all who see a run may try it and talk about it. */
    private static boolean mayBeForbidden(String path, PathItem.HttpMethod method) {
        boolean ofTheOwner = path.startsWith("/api/v1/invitations");
        boolean ofMakers = path.contains("/links");
        boolean changes = method != PathItem.HttpMethod.GET && path.contains("{");
        return ofTheOwner
                || ofMakers
                || changes
                        && !path.contains("/tokens/")
                        && !path.contains("/notifications/")
                        && !path.endsWith("/evaluations")
                        && !path.endsWith("/predict")
                        && !path.endsWith("/comments")
                        && !path.endsWith("/favourite");
    }

    /** What each call can answer besides what it is for. */
    private static void refusals(String path, Operation operation) {
        refusal(operation, "401", "Not signed in.");
        refusal(operation, "429", "Too many wrong passwords.");
        if (path.contains("{")) {
            refusal(operation, "404", "It does not exist, or not for the caller.");
        }
        if (operation.getRequestBody() != null) {
            refusal(operation, "400", "The body is not valid; errors names each field.");
            refusal(operation, "413", "The body is larger than 1 MB.");
            refusal(operation, "415", "The body is not JSON.");
        } else if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "query".equals(p.getIn()))) {
            refusal(operation, "400", "A parameter is not valid; errors names each.");
        }
        operation.getResponses().entrySet().stream()
                .filter(answer ->
                        answer.getKey().startsWith("4") || answer.getKey().startsWith("5"))
                .forEach(answer -> answer.getValue().setContent(problem()));
    }

    private static void refusal(Operation operation, String status, String words) {
        if (!operation.getResponses().containsKey(status)) {
            operation.getResponses().addApiResponse(status, new ApiResponse().description(words));
        }
    }

    private static Content problem() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref(PROBLEM)));
    }
}
