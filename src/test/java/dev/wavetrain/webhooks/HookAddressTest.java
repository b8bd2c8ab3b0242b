package dev.wavetrain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin can enter. */
class HookAddressTest {

    private static final HookAddress STRICT =
            new HookAddress(TestSettings.of(Duration.ofSeconds(1), false));
    private static final HookAddress INSIDE =
            new HookAddress(TestSettings.of(Duration.ofSeconds(1), true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org/a/b?key=c",
                "https://hooks.example.org:8443",
                "HTTPS://hooks.example.org/",
                "https://1.1.1.1/",
                "https://[2606:4700::1111]/"
            })
    void addresses_outside_are_taken(String address) {
        assertThat(STRICT.checked(" " + address + " ")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.org",
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_x",
                "javascript:alert(1)",
                "https:",
                "https://",
                "https:///path",
                "https:hooks.example.org",
                "https://user:password@hooks.example.org/",
                "https://hooks.example.org@127.0.0.1/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://a.0x7f/",
                "https://0/",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://a.localhost/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:65536/",
                "https://hooks.example.org/#part",
                "https://hooks.example.org/\r\nHost: elsewhere",
                "https://hooks.example.org\\@127.0.0.1/",
                "https://hooks example.org/"
            })
    void what_leads_inside_or_nowhere_is_refused_at_its_field(String address) {
        assertThatThrownBy(() -> STRICT.checked(address))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        wrong ->
                                assertThat(wrong.errors().getFirst().field()).isEqualTo("address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://[::1]:9000/",
                "http://192.168.0.4/"
            })
    void the_owner_can_allow_what_is_inside(String address) {
        assertThat(INSIDE.checked(address)).isEqualTo(address);
    }

    @Test
    void what_no_receiver_can_have_is_never_allowed() {
        assertThatThrownBy(() -> INSIDE.checked("http://169.254.169.254/"))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void too_long_is_refused_also_once_its_letters_are_written_in_ascii() {
        String address = "https://hooks.example.org/" + "波".repeat(500);
        assertThatThrownBy(() -> STRICT.checked(address)).isInstanceOf(InvalidValue.class);
        assertThat(STRICT.checked("https://hooks.example.org/波"))
                .isEqualTo("https://hooks.example.org/%E6%B3%A2");
    }
}
