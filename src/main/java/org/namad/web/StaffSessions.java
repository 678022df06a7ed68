package org.namad.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds open sessions of staff to what their accounts are now: groups given and taken take effect with the next click,
 * whoever has no account any more is signed out, and so is everybody who signed in with a password that was changed since.
 */
class StaffSessions extends OncePerRequestFilter {

    private final StaffAccounts accounts;
    private final String webappUser;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** @param webappUser where Camunda's web applications keep their user, with groups, in the session */
    StaffSessions(StaffAccounts accounts, String webappUser) {
        this.accounts = accounts;
        this.webappUser = webappUser;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current == null || !(current.getPrincipal() instanceof StaffMember member)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<StaffMember> now = accounts.find(member.id());
        if (!now.equals(Optional.of(member))) {
            keep(now.filter(found -> found.passwordMark().equals(member.passwordMark())), request, response);
        }
        if (isOwnPassword(request, member)) {
            changePassword(member, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * The session in which somebody changes the own password goes on; the answer waits until that is sure, since the next
     * request may follow it at once.
     */
    private void changePassword(StaffMember member, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES) {
            keep(accounts.find(member.id()), request, response);
        }
        answer.copyBodyToResponse();
    }

    private void keep(Optional<StaffMember> member, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        member.map(StaffAuthentication::signedIn).ifPresent(context::setAuthentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(webappUser);
        }
        if (member.isEmpty()) {
            SignInAgain.because(SignInAgain.ENDED, SignInAgain.STAFF, request);
        }
    }

    private static boolean isOwnPassword(HttpServletRequest request, StaffMember member) {
        return "PUT".equals(request.getMethod())
            && request.getRequestURI().endsWith("/user/" + member.id() + "/credentials");
    }
}
