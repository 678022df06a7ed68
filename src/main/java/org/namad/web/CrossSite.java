package org.namad.web;

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Matches requests that another site's page has made a browser send. A browser that once asked for a name and password
 * sends them along, so they prove nothing; scripts send neither of these headers.
 */
class CrossSite implements RequestMatcher {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null && !OWN.contains(site.toLowerCase(Locale.ROOT)) || origin != null && !isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        UriComponents own = UriComponentsBuilder.newInstance().scheme(request.getScheme()).host(request.getServerName())
            .port(isDefaultPort(request) ? -1 : request.getServerPort()).build();
        return origin.equalsIgnoreCase(own.toUriString());
    }

    private static boolean isDefaultPort(HttpServletRequest request) {
        return request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
    }
}
