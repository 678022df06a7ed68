package org.namad.engine;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets Tasklist show why it was refused what it asked for. Of all answers that are not fine it shows the words of one
 * kind alone, status 500; for 403 it has a sentence of its own that explains nothing.
 */
class RefusalsInTasklist extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                boolean explained = status == SC_FORBIDDEN && request.getAttribute(StaffRefusals.REFUSED) != null;
                super.setStatus(explained ? SC_INTERNAL_SERVER_ERROR : status);
            }
        });
    }
}
