package org.namad.seal;

/** What a shop pastes into its page to show its seal, and the addresses in it (R16). */
public final class Snippet {

    private Snippet() {
    }

    /**
     * The HTML to paste. The browser tells the badge and the profile which site it comes from
     * ({@code referrerpolicy='origin'}), so that both can compare it with the registered domain.
     *
     * @param baseUrl where this installation is reached, with or without a slash at the end
     */
    public static String of(Seal seal, String baseUrl) {
        return "<a referrerpolicy='origin' target='_blank' href='" + profileUrl(seal, baseUrl) + "'>"
            + "<img referrerpolicy='origin' src='" + badgeUrl(seal, baseUrl) + "' alt='' style='cursor:pointer' code='"
            + seal.code() + "'></a>";
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
