package org.namad.issuance;

import org.namad.seal.Domains;

/**
 * An application as it is submitted.
 *
 * @param submissionId    made with the form: the same form sent twice is one application
 * @param applicantId     the person who applies
 * @param sellsToVisitors whether the site sells goods or services to its visitors (R11)
 * @param paymentGateway  whether the site has a payment gateway (R11)
 * @param domain          the site, in any form a person may type; kept as {@link Domains#of} gives it
 * @param particulars     the rest
 */
public record NewApplication(String submissionId, long applicantId, boolean sellsToVisitors, boolean paymentGateway,
        String domain, Particulars particulars) {

    /** @throws IllegalArgumentException if there is no host name in {@code domain} */
    public NewApplication {
        String typed = domain;
        domain = Domains.of(typed).orElseThrow(() -> new IllegalArgumentException("not a domain: " + typed));
    }
}
