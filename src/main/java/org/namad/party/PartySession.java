package org.namad.party;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Keeps who is signed in on the public pages, and where they were going, in the browser's session: apart from the staff
 * member who may be signed in with the same browser.
 */
@Component
public class PartySession {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    /** An address given from outside must not lead elsewhere. */
    private static final String PAGE_OF_OURS = "/([^/\\\\{}\\p{Cntrl}][^\\\\{}\\p{Cntrl}]*)?";

    PartySession() {
        contexts.setSpringSecurityContextKey("NAMAD_PARTY");
        requests.setSessionAttrName("NAMAD_PARTY_REQUEST");
        requests.setMatchingRequestParameterName(null);
        // Pages only: an icon or image that nobody may see is not where the visitor wants to go.
        requests.setRequestMatcher(request -> "GET".equals(request.getMethod())
            && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
    }

    /** Whether {@code address}, which may be null, is a path of this installation, with a query perhaps. */
    public static boolean isPageOfOurs(String address) {
        return address != null && address.matches(PAGE_OF_OURS);
    }

    /** Where the filter chain of the public pages finds who is signed in. */
    public SecurityContextRepository contexts() {
        return contexts;
    }

    /** Where the filter chain of the public pages notes the page that a visitor must sign in for. */
    public RequestCache requests() {
        return requests;
    }

    /** Signs {@code person} in; the session gets a new id, so that an id known before is worth nothing. */
    public void signIn(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName(),
            person.sessionsEnded());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Signs out whoever is signed in on the public pages. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    }

    /** Takes the page that the visitor wanted when asked to sign in; empty if they came of their own accord. */
    public Optional<String> takeIntended(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        return Optional.ofNullable(saved).map(SavedRequest::getRedirectUrl);
    }
}
