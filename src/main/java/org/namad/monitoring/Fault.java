package org.namad.monitoring;

/**
 * What is wrong with the way a site shows its seal (R16, N1). Each has a text {@code monitoring.fault.<name>} that
 * tells the shop what to do. None of these is an accusation: a copied image or a missing referrer is a fault of
 * placement, never by itself a forgery (N2).
 */
public enum Fault {
    /** Nothing: the snippet is in place. */
    NONE,
    /** The site does not answer, or answers with an error. */
    UNREACHABLE,
    /** The address leads into an internal network, which Namad does not enter. */
    ADDRESS_REFUSED,
    /** The address does not lead to a web page, or to one that is too large to read. */
    NOT_A_PAGE,
    /** The address leads on to a site other than the registered one. */
    OTHER_SITE,
    /** The site asks programs, by its robots.txt, not to read the page. */
    ROBOTS_FORBID,
    /** The page has no trace of the snippet. */
    NO_SNIPPET,
    /** The page shows the snippet as text, or hides it in a comment. */
    SNIPPET_NOT_RENDERED,
    /** The badge is there but does not lead to the profile. */
    LINK_MISSING,
    /** The badge leads, or the link with the seal's code leads, elsewhere than to the profile. */
    LINK_WRONG,
    /** The link to the profile is there but has no image. */
    IMAGE_MISSING,
    /** The image is a copy, not Namad's own badge. */
    IMAGE_COPIED,
    /** The image is Namad's own badge, but fetched by another server and handed on. */
    IMAGE_PROXIED,
    /** Only a script puts the seal there, so that the page itself does not show it. */
    ONLY_BY_SCRIPT,
    /** The page's content security policy keeps browsers from loading the badge. */
    BLOCKED_BY_POLICY,
    /** The id or the code are not those of this seal. */
    WRONG_ID_OR_CODE,
    /** The page keeps browsers from telling Namad which site the visitor comes from. */
    REFERRER_SUPPRESSED
}
