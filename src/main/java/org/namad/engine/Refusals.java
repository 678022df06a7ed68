package org.namad.engine;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives what the engine refuses the status that fits whoever asked. Where the rights do not suffice that is 403, also for
 * a single decision, for which the engine's API takes the refusal for a failure of its own. Tasklist is the exception:
 * of all answers that are not fine it shows the words of one kind alone, status 500; for 403 it has a sentence of its own
 * that explains nothing.
 */
class Refusals extends OncePerRequestFilter {

    private static final String NOT_ALLOWED = Refusals.class.getName();

    /** Notes in the request that the engine refused it for want of rights, before its API makes a failure of that. */
    static final class Noting extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (AuthorizationException refused) {
                RequestAttributes request = RequestContextHolder.getRequestAttributes();
                if (request != null) {
                    request.setAttribute(NOT_ALLOWED, true, RequestAttributes.SCOPE_REQUEST);
                }
                throw refused;
            }
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                super.setStatus(fitting(status, request));
            }
        });
    }

    private static int fitting(int status, HttpServletRequest request) {
        boolean explained = request.getAttribute(StaffRefusals.REFUSED) != null
            && request.getServletPath().startsWith("/camunda");
        if (status == HttpServletResponse.SC_FORBIDDEN && explained) {
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        return status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && !explained
            && request.getAttribute(NOT_ALLOWED) != null ? HttpServletResponse.SC_FORBIDDEN : status;
    }
}
