package org.namad.web;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads whoever is not signed in to a sign-in page, which says why somebody who was signed in is not any more: by a
 * parameter without a value, {@link #OUT}, {@link #ENDED} or {@link #OVER}. Without one they were never signed in.
 */
class SignInAgain extends LoginUrlAuthenticationEntryPoint {

    static final String STAFF = "/staff/sign-in";
    static final String PARTY = "/sign-in";
    /** The person has signed out. */
    static final String OUT = "out";
    /** The account, its password or its sessions were changed elsewhere. */
    static final String ENDED = "ended";
    /** Nobody has clicked for so long that the session is over, or the platform was started anew. */
    static final String OVER = "over";

    SignInAgain(String page) {
        super(page);
        setFavorRelativeUris(true);
    }

    /** Keeps in mind, until somebody is led to this sign-in page, why that person is not signed in any more. */
    static void because(String why, String page, HttpServletRequest request) {
        request.getSession().setAttribute(name(page), why);
    }

    /** The same for this click alone: whoever reads on in public may never be led to the sign-in page. */
    static void becauseNow(String why, String page, HttpServletRequest request) {
        request.setAttribute(name(page), why);
    }

    @Override
    protected String determineUrlToUseForThisRequest(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException denied) {
        String page = getLoginFormUrl();
        Object why = Objects.requireNonNullElseGet(request.getAttribute(name(page)), () -> take(page, request));
        return why.equals("") ? page : page + "?" + why;
    }

    private static Object take(String page, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object why = session == null ? null : session.getAttribute(name(page));
        if (why == null) {
            return isOver(request) ? OVER : "";
        }
        session.removeAttribute(name(page));
        return why;
    }

    private static boolean isOver(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static String name(String page) {
        return "NAMAD_LEFT:" + page;
    }
}
