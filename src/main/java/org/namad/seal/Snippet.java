package org.namad.seal;

/** What a shop pastes into its page to show its seal, and the addresses in it (R16). */
public final class Snippet {

    private static final String ENGLISH = "&lang=en";

    private Snippet() {
    }

    /**
     * The HTML to paste. The browser tells the badge and the profile which site it comes from
     * ({@code referrerpolicy='origin'}). The profile compares that with the registered domain (N4); the badge is the same
     * wherever it is shown, since a picture on another site is no forgery by itself (N2).
     *
     * @param baseUrl where this installation is reached, with or without a slash at the end
     */
    public static String of(Seal seal, String baseUrl) {
        return html(seal, profileUrl(seal, baseUrl), badgeUrl(seal, baseUrl));
    }

    /** The same with badge and profile in English, for shops whose customers read that. */
    public static String inEnglish(Seal seal, String baseUrl) {
        return html(seal, profileUrl(seal, baseUrl) + ENGLISH, badgeUrl(seal, baseUrl) + ENGLISH);
    }

    private static String html(Seal seal, String profile, String badge) {
        return "<a referrerpolicy='origin' target='_blank' href='" + profile + "'><img referrerpolicy='origin' src='"
            + badge + "' alt='' style='cursor:pointer' code='" + seal.code() + "'></a>";
    }

    /** The seal's profile page, to which a click on the badge leads (R16). */
    public static String profileUrl(Seal seal, String baseUrl) {
        return url(seal, baseUrl, "/profile");
    }

    /** The seal's badge. */
    public static String badgeUrl(Seal seal, String baseUrl) {
        return url(seal, baseUrl, "/badge.svg");
    }

    private static String url(Seal seal, String baseUrl, String path) {
        return baseUrl.replaceFirst("/+$", "") + path + "?id=" + seal.id() + "&Code=" + seal.code();
    }
}
