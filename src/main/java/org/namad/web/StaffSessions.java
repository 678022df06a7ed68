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

/**
 * Holds open sessions of staff to what their accounts are now: groups given and taken take effect with the next click,
 * and whoever has no account any more is signed out.
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
        if (current != null && current.getPrincipal() instanceof StaffMember member) {
            Optional<StaffMember> now = accounts.find(member.id());
            if (!now.equals(Optional.of(member))) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                now.map(StaffAuthentication::signedIn).ifPresent(context::setAuthentication);
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.removeAttribute(webappUser);
                }
            }
        }
        chain.doFilter(request, response);
    }
}
