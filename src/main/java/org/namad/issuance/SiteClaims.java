package org.namad.issuance;

/** Tells which sites are about to get a seal otherwise than by an application. */
public interface SiteClaims {

    /** @param domain as {@link org.namad.seal.Domains#of} gives it */
    boolean isClaimed(String domain);
}
