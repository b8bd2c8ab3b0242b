package dev.wavetrain.api;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class OpenApiTest {
    @LocalServerPort int port;

    @Test
    void dump() throws Exception {
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/apiw/openapi.json"),
                ApiClient.nobody(port).get("/v3/api-docs").text());
    }
}
