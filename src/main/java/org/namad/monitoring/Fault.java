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
    /** The page has no trace of the snippet. */
    NO_SNIPPET,
    /** The page shows the snippet as text, or hides it in a comment. */
    SNIPPET_NOT_RENDERED,
    /** The badge is there but does not lead to the profile. */
    LINK_MISSING,
    /** The link to the profile is there but has no image. */
    IMAGE_MISSING,
    /** The image is a copy, not Namad's own badge. */
    IMAGE_COPIED,
    /** The id or the code are not those of this seal. */
    WRONG_ID_OR_CODE,
    /** The page keeps browsers from telling Namad which site the visitor comes from. */
    REFERRER_SUPPRESSED
}
