package org.namad.seal;

import java.util.List;

/** The lines of business a shop can be in; each key's name is the message {@code seal.activity.<key>}. */
public final class Activities {

    /** Every key, in the order in which they are offered. */
    public static final List<String> KEYS = List.of("clothing", "digital", "home", "food", "books", "toys",
        "handicrafts", "sports", "services", "education", "tourism", "cosmetics", "health", "jewellery", "vehicles");

    private Activities() {
    }
}
