package org.namad.monitoring;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Resolves names to addresses of the public internet only. */
class PublicAddresses implements DnsResolver {

    private final DnsResolver names;

    PublicAddresses() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names finds the addresses of names, of any network */
    PublicAddresses(DnsResolver names) {
        this.names = names;
    }

    /** The name leads into an internal network. */
    static final class InternalAddress extends UnknownHostException {

        InternalAddress(String host) {
            super(host + " is not on the public internet");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new InternalAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /** Whether the address belongs to no loopback, private, link-local (cloud metadata), carrier or reserved range. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicV6(bytes) : isPublicV4(bytes, 0);
    }

    private static boolean isPublicV4(byte[] bytes, int offset) {
        int first = bytes[offset] & 0xff;
        int second = bytes[offset + 1] & 0xff;
        int third = bytes[offset + 2] & 0xff;
        boolean internal = first == 0 || first == 10 || first == 127
            || first == 100 && second >= 64 && second <= 127
            || first == 169 && second == 254
            || first == 172 && second >= 16 && second <= 31
            || first == 192 && second == 168
            || first == 192 && second == 0 && (third == 0 || third == 2)
            || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
            || first == 203 && second == 0 && third == 113
            || first >= 224;
        return !internal;
    }

    /** Global unicast (2000::/3) only, without the ranges that carry an IPv4 address or are for documents. */
    private static boolean isPublicV6(byte[] bytes) {
        int group0 = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int group1 = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (group0 == 0x2002) {
            return isPublicV4(bytes, 2);
        }
        boolean globalUnicast = (group0 & 0xe000) == 0x2000;
        boolean special = group0 == 0x2001 && (group1 < 0x0200 || group1 == 0x0db8);
        return globalUnicast && !special;
    }
}
