package dev.wavetrain.webhooks.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up, and refuses one with any address that deliveries must not go to. The connection
 * is made to what this answers: a name that says something else a moment later changes nothing.
 */
public final class CheckedResolver implements DnsResolver {

    /** Where names are looked up. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** The name leads where deliveries must not go. */
    static final class Refused extends UnknownHostException {
        Refused(String host) {
            super(host + " has an address that is not allowed");
        }
    }

    private final Lookup lookup;
    private final boolean privateToo;

    /**
     * @param privateToo whether this machine and private networks are allowed
     */
    public CheckedResolver(Lookup lookup, boolean privateToo) {
        this.lookup = lookup;
        this.privateToo = privateToo;
    }

    /** Whether deliveries may go to an address. */
    public static boolean allows(InetAddress address, boolean privateToo) {
        return switch (Reach.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> privateToo;
            case NEVER -> false;
        };
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.find(host);
        for (InetAddress address : found) {
            if (!allows(address, privateToo)) {
                throw new Refused(host);
            }
        }
        return found;
    }

    /** Nobody is asked backwards. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
