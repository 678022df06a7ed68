package org.namad.party.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.namad.party.PartySession;
import org.namad.party.Person;
import org.springframework.stereotype.Component;

/**
 * Leads people to the page they wanted once they have signed in: the one that sent them to sign in, or the one in the
 * parameter {@code next}, whichever came last; else to their panel.
 */
@Component
class Welcome {

    private static final String NEXT = "NAMAD_NEXT";
    private static final String PANEL = "/panel";

    private final PartySession session;

    Welcome(PartySession session) {
        this.session = session;
    }

    /** Keeps in mind where the reader wants to go; null or an address elsewhere is ignored. */
    void intend(String next, HttpServletRequest request, HttpServletResponse response) {
        if (PartySession.isPageOfOurs(next)) {
            session.takeIntended(request, response);
            request.getSession().setAttribute(NEXT, next);
        }
    }

    /** Whether the reader wants to go anywhere: to a page that nobody sees without signing in. */
    boolean isAwaited(HttpServletRequest request, HttpServletResponse response) {
        HttpSession http = request.getSession(false);
        return session.requests().getRequest(request, response) != null
            || http != null && http.getAttribute(NEXT) != null;
    }

    /** Signs {@code person} in and returns the redirection. */
    String signIn(Person person, HttpServletRequest request, HttpServletResponse response) {
        session.signIn(person, request, response);
        return onward(request, response);
    }

    /** The redirection for somebody who is signed in. */
    String onward(HttpServletRequest request, HttpServletResponse response) {
        HttpSession http = request.getSession();
        Object next = http.getAttribute(NEXT);
        http.removeAttribute(NEXT);
        return "redirect:" + session.takeIntended(request, response).orElse(next == null ? PANEL : next.toString());
    }
}
