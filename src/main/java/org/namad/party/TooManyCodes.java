package org.namad.party;

import java.time.Duration;

/** No more one-time codes are issued for this national ID, or to this network address, for a while. */
public class TooManyCodes extends RuntimeException {

    private final Duration pause;

    TooManyCodes(Duration pause) {
        super("too many one-time codes within " + pause);
        this.pause = pause;
    }

    /** After this time codes are certainly issued again. */
    public Duration pause() {
        return pause;
    }
}
