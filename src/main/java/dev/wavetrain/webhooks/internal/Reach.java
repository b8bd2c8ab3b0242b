package dev.wavetrain.webhooks.internal;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What kind of network an address belongs to: IANA's special-purpose registries, and clouds' own.
 */
enum Reach {
    PUBLIC,
    /** Of this machine or of a network of somebody's own. */
    PRIVATE,
    /** Where no receiver can be: keys of clouds are told there, or nobody is. */
    NEVER;

    /**
     * @param bits how many of the address's first ones count
     */
    private record Block(byte[] address, int bits, Reach reach) {

        static Block of(String written, Reach reach) {
            String[] parts = written.split("/");
            return new Block(
                    InetAddress.ofLiteral(parts[0]).getAddress(),
                    Integer.parseInt(parts[1]),
                    reach);
        }

        boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> bits % 8 & 0xff;
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (other[whole] & mask));
        }
    }

    /** The first that has an address counts. */
    private static final List<Block> BLOCKS =
            Stream.of(
                            // Clouds tell their machines' keys here.
                            blocks(
                                    NEVER,
                                    "169.254.0.0/16",
                                    "100.100.100.200/32",
                                    "168.63.129.16/32",
                                    "192.0.0.0/24",
                                    "fd00:ec2::/32"),
                            blocks(
                                    PRIVATE,
                                    "10.0.0.0/8",
                                    "100.64.0.0/10",
                                    "127.0.0.0/8",
                                    "172.16.0.0/12",
                                    "192.168.0.0/16",
                                    "198.18.0.0/15",
                                    "::1/128",
                                    "fc00::/7"),
                            // This network, documentation, relays, multicast, not given out.
                            blocks(
                                    NEVER,
                                    "0.0.0.0/8",
                                    "192.0.2.0/24",
                                    "192.88.99.0/24",
                                    "198.51.100.0/24",
                                    "203.0.113.0/24",
                                    "224.0.0.0/3",
                                    "2001::/23",
                                    "2001:db8::/32",
                                    "2002::/16",
                                    "3fff::/20"),
                            // Of the rest of IPv6 only this is given out; IPv4 in disguise is not
                            // in it.
                            blocks(PUBLIC, "0.0.0.0/0", "2000::/3"))
                    .flatMap(List::stream)
                    .toList();

    private static List<Block> blocks(Reach reach, String... written) {
        return Stream.of(written).map(one -> Block.of(one, reach)).toList();
    }

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return BLOCKS.stream()
                .filter(block -> block.has(bytes))
                .map(Block::reach)
                .findFirst()
                .orElse(NEVER);
    }
}
