package dev.wavetrain.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What deliveries can be sent to, and what they cannot. */
class CheckedResolverTest {

    private static final byte[] MAPPED_LOOPBACK = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 127, 0, 0, 1
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00::1",
                "2001:4860:4860::8888"
            })
    void public_addresses_are_taken(String address) {
        assertThat(reach(address)).isEqualTo(Reach.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "::1",
                "fc00::1",
                "fdff::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1"
            })
    void private_addresses_are_taken_only_where_the_owner_allows_it(String address)
            throws UnknownHostException {
        InetAddress parsed = InetAddress.ofLiteral(address);
        assertThat(CheckedResolver.allows(parsed, false)).isFalse();
        assertThat(CheckedResolver.allows(parsed, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::7f00:1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void nothing_is_sent_where_no_receiver_can_be(String address) {
        assertThat(CheckedResolver.allows(InetAddress.ofLiteral(address), true)).isFalse();
    }

    @Test
    void ipv4_in_the_disguise_of_ipv6_is_not_taken() throws UnknownHostException {
        InetAddress disguised = Inet6Address.getByAddress("disguised", MAPPED_LOOPBACK, -1);
        assertThat(disguised).isInstanceOf(Inet6Address.class);
        assertThat(CheckedResolver.allows(disguised, false)).isFalse();
    }

    /** However the system reads them: what it makes of them is what is checked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.0.0.1",
                "127.1",
                "127.0.1",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::1]",
                "[::]",
                "0"
            })
    void odd_spellings_of_this_machine_are_refused(String host) {
        CheckedResolver resolver = new CheckedResolver(InetAddress::getAllByName, false);
        assertThatThrownBy(() -> resolver.resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void a_name_is_refused_for_any_of_its_addresses() throws UnknownHostException {
        assertThat(resolver("1.1.1.1", "9.9.9.9").resolve("fine.example")).hasSize(2);
        assertThatThrownBy(() -> resolver("1.1.1.1", "10.0.0.7").resolve("mixed.example"))
                .isInstanceOf(CheckedResolver.Refused.class);
    }

    private static CheckedResolver resolver(String... addresses) {
        InetAddress[] found =
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        return new CheckedResolver(host -> found, false);
    }

    private static Reach reach(String address) {
        return Reach.of(InetAddress.ofLiteral(address));
    }
}
