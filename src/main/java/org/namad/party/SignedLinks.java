package org.namad.party;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links that let the reader of a mail in without signing in, until they expire. A link opens exactly one path; the page
 * behind it takes the request parameters {@code until} and {@code signature} and calls {@link #require} before it shows
 * or does anything.
 */
@Component
public class SignedLinks {

    private static final String PURPOSE = "link";

    private final Signer signer;
    private final Clock clock;
    private final String baseUrl;

    SignedLinks(Signer signer, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.signer = signer;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /**
     * An absolute address for {@code path} with its signature.
     *
     * @param path  without query, such as {@code /answer/C-17}
     * @param until when the link expires, to the second
     */
    public String sign(String path, Instant until) {
        String seconds = String.valueOf(until.getEpochSecond());
        return baseUrl + path + "?until=" + seconds + "&signature=" + signature(path, seconds);
    }

    /** The absolute address of a page that asks its reader to sign in. */
    public String absolute(String path) {
        return baseUrl + path;
    }

    /** Whether the link is ours, unaltered and not expired. */
    public boolean valid(String path, String until, String signature) {
        return authentic(path, until, signature) && !expired(until);
    }

    /**
     * Refuses a link that is not {@link #valid}; the reader gets a page that says what to do.
     *
     * @throws LinkRefused if the link was altered, is incomplete or has expired
     */
    public void require(String path, String until, String signature) {
        if (!authentic(path, until, signature)) {
            throw new LinkRefused(LinkRefused.Reason.ALTERED);
        }
        if (expired(until)) {
            throw new LinkRefused(LinkRefused.Reason.EXPIRED);
        }
    }

    private boolean authentic(String path, String until, String signature) {
        return until != null && signature != null && MessageDigest.isEqual(
            signature(path, until).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean expired(String until) {
        return !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until)));
    }

    private String signature(String path, String until) {
        return signer.sign(PURPOSE, path + '\n' + until);
    }
}
