package org.namad.seal.web;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.seal.SealBoard;
import org.namad.seal.SealBoard.Shown;
import org.namad.seal.web.BadgePictures.Picture;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The badge on the shop's page (R16), {@code /badge.svg?id=N&Code=C}, with {@code &lang=en} in English. It says so
 * where it is shown by another site than the seal's, as far as the browser tells, and follows the seal's status at once (R21, R26): nobody may keep it for longer than {@link #FRESH} seconds. This is the path that
 * every page view of every shop takes; so it is answered from memory, ahead of everything that sessions, sign-in and
 * pages need.
 */
class BadgeFilter extends HttpFilter {

    private static final int FRESH = 2;
    private static final Pattern NUMBER = Pattern.compile("(?:^|&)id=(\\d{1,18})(?:&|$)");
    private static final Pattern CODE = Pattern.compile("(?:^|&)Code=([A-Za-z0-9]{1,40})(?:&|$)");
    private static final Pattern ENGLISH = Pattern.compile("(?:^|&)lang=en(?:&|$)");

    private static final long serialVersionUID = 1L;

    private final transient SealBoard board;
    private final transient BadgePictures pictures;

    BadgeFilter(SealBoard board, BadgePictures pictures) {
        this.board = board;
        this.pictures = pictures;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        send(pictures.of(shown(query, request.getHeader("Referer")), ENGLISH.matcher(query).find()), request, response);
    }

    private Shown shown(String query, String referer) {
        Matcher number = NUMBER.matcher(query);
        Matcher code = CODE.matcher(query);
        return number.find() && code.find() ? board.of(Long.parseLong(number.group(1)), code.group(1), referer)
            : Shown.UNKNOWN;
    }

    private static void send(Picture picture, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "public, max-age=" + FRESH + ", must-revalidate");
        response.setHeader("ETag", picture.etag());
        response.setHeader("Vary", "Accept-Encoding, Referer");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (names(request.getHeader("If-None-Match"), picture.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("image/svg+xml;charset=UTF-8");
        String accepted = request.getHeader("Accept-Encoding");
        boolean zipped = accepted != null && accepted.contains("gzip");
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = zipped ? picture.zipped() : picture.svg();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean names(String ifNoneMatch, String etag) {
        return ifNoneMatch != null && ifNoneMatch.contains(etag);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<BadgeFilter> badgeFilter(SealBoard board, BadgePictures pictures) {
            FilterRegistrationBean<BadgeFilter> first = new FilterRegistrationBean<>(new BadgeFilter(board, pictures));
            first.addUrlPatterns("/badge.svg");
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }
    }
}
