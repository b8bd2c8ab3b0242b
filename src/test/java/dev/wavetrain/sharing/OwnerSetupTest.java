package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestPropertySource;

/** The first visit to a server that nobody owns. */
@IntegrationTest
@TestPropertySource(properties = {"wavetrain.owner.name=", "wavetrain.owner.password="})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnerSetupTest {

    @LocalServerPort int port;
    @Autowired OwnerSetup setup;
    @Autowired Accounts accounts;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, true",
        "127.8.8.8, 127.0.0.1, true",
        "::1, [::1], true",
        "0:0:0:0:0:0:0:1, app.localhost, true",
        "::ffff:127.0.0.1, localhost, false",
        "192.168.1.7, localhost, false",
        "127.0.0.1.example.org, localhost, false",
        "127.0.0.1, wavetrain.example.org, false",
        "127.0.0.1, 192.168.1.7, false",
        "999.0.0.1, localhost, false"
    })
    @Order(1)
    void only_this_machine_is_let_in(String address, String host, boolean open) {
        assertThat(setup.openTo(request(address, host))).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    @Order(1)
    void what_was_forwarded_is_from_elsewhere_whatever_it_says(String header) {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.addHeader(header, "127.0.0.1");
        assertThat(setup.openTo(request)).isFalse();
        assertThatThrownBy(() ->
                        setup.make(
                                request, new MockHttpServletResponse(), "mallory", "long enough"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(setup.needed()).isTrue();
    }

    @Test
    @Order(2)
    void scripts_are_told_how_an_owner_is_made() {
        assertThat(ApiClient.nobody(port).get("/api/v1/runs").json().get("detail").stringValue())
                .isEqualTo(OwnerSetup.HOW);
    }

    @Test
    @Order(3)
    void a_short_password_is_refused() {
        assertThatThrownBy(() ->
                        setup.make(
                                request("127.0.0.1", "localhost"),
                                new MockHttpServletResponse(),
                                "ada",
                                "short"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("password");
        assertThat(setup.needed()).isTrue();
    }

    @Test
    @Order(4)
    void of_many_at_once_one_becomes_the_owner() throws Exception {
        List<Callable<Boolean>> visitors =
                List.of(visitor("a"), visitor("b"), visitor("c"), visitor("d"));
        try (var threads = Executors.newFixedThreadPool(visitors.size())) {
            int owners = 0;
            for (Future<Boolean> visit : threads.invokeAll(visitors)) {
                owners += visit.get() ? 1 : 0;
            }
            assertThat(owners).isEqualTo(1);
        }
        assertThat(setup.needed()).isFalse();
    }

    private Callable<Boolean> visitor(String name) {
        return () -> {
            try {
                accounts.createOwner(name, "long enough");
                return true;
            } catch (Conflict late) {
                return false;
            }
        };
    }

    private static MockHttpServletRequest request(String address, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setServerName(host);
        return request;
    }
}
