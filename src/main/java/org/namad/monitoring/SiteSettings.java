package org.namad.monitoring;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How shops' sites are fetched.
 *
 * @param proxy          the egress proxy through which every request goes and which then decides what may be reached;
 *                       null to go directly, never into internal networks
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout    how long to wait for data
 * @param timeout        how long a page may take with all its redirects
 */
@ConfigurationProperties("namad.sites")
record SiteSettings(URI proxy, @DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("15s") Duration timeout) {
}
