package org.namad.engine;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses expressions that would run code in the server. Camunda 7.24.0 evaluates those inside {@code orQueries} of any
 * task query (CVE-2026-109432): nobody may send them. Expressions in stored filters are evaluated by design: only
 * administrators may store or extend filters with them.
 */
class ExpressionGuard extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            // Uploads (deployments, attachments) and plain forms: no query is ever read from them.
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean everywhere = path.contains("/filter") && !request.isUserInRole(StaffRoles.ADMIN);
        try {
            if (hasExpression(body, everywhere)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN, "Expressions are not allowed in queries");
                return;
            }
        } catch (JsonProcessingException notJson) {
            if (type.isEmpty() || type.contains("json")) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST, "The request is not well-formed JSON");
                return;
            }
        }
        chain.doFilter(new Replayed(request, body), response);
    }

    /** Whether a key that names an expression stands inside an {@code orQueries}, or, if asked, anywhere. */
    static boolean hasExpression(byte[] body, boolean everywhere) throws IOException {
        if (body.length == 0) {
            return false;
        }
        Deque<Boolean> enclosing = new ArrayDeque<>();
        boolean guarded = everywhere;
        try (JsonParser json = new JsonFactory().createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    if (guarded && json.currentName().toLowerCase(Locale.ROOT).contains("expression")) {
                        return true;
                    }
                } else if (token.isStructStart()) {
                    enclosing.push(guarded);
                    guarded |= "orQueries".equalsIgnoreCase(json.currentName());
                } else if (token.isStructEnd()) {
                    guarded = enclosing.pop();
                }
            }
        }
        return false;
    }

    /** The request with its body to be read once more. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return body.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }
    }
}
