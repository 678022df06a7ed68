package org.namad.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.party.PartySession;
import org.namad.party.People;
import org.namad.party.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs out, with the next click, whoever is signed in by a session that its person has ended from elsewhere. */
class PartySessions extends OncePerRequestFilter {

    private final PartySession session;
    private final People people;

    PartySessions(PartySession session, People people) {
        this.session = session;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null && current.getPrincipal() instanceof SignedIn person
                && !people.sessionsEnded(person.personId()).equals(Optional.of(person.sessionsEnded()))) {
            session.signOut(request, response);
            SignInAgain.becauseNow(SignInAgain.ENDED, SignInAgain.PARTY, request);
        }
        chain.doFilter(request, response);
    }

    /** What is the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().matches("/(css|fonts|images|js|webjars)/.*");
    }
}
