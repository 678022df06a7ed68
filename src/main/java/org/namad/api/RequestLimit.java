package org.namad.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * So many requests a minute for every client, as many of them at once as it likes. Each node counts for itself, by the
 * machine's time.
 */
@Component
class RequestLimit implements HandlerInterceptor {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CLIENTS = 100_000;
    /** The part of an IPv6 address, in bytes, that a provider gives to one customer. */
    private static final int NETWORK = 8;

    private final LoadingCache<String, Bucket> buckets;

    RequestLimit(@Value("${namad.api.requests-per-minute:60}") long perMinute) {
        // A bucket that nobody took from for a minute is full again, and can be forgotten.
        this.buckets = Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(MINUTE).build(client ->
            Bucket.builder().addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE)).build());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ConsumptionProbe probe = buckets.get(client(request.getRemoteAddr())).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        }
        return true;
    }

    static String client(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK)));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
