package org.namad.demo;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks visitors for a moment's patience while the demo's data is loading and its clock stands in the past. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoPreparing extends OncePerRequestFilter {

    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="fa" dir="rtl">
        <head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
        <meta name="viewport" content="width=device-width"><title>نماد</title>
        <style>body{font:1.1rem/2 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1rem}</style></head>
        <body><h1>نمایش آماده می‌شود…</h1>
        <p>دو سال از زندگی پنجاه فروشگاه در حال ساخته شدن است. این صفحه خودش تازه می‌شود.</p>
        <p lang="en" dir="ltr">The demo is being prepared: two years in the life of fifty shops. This page reloads
        by itself.</p></body></html>
        """;

    private final ObjectProvider<DemoData> data;

    DemoPreparing(ObjectProvider<DemoData> data) {
        this.data = data;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return data.stream().noneMatch(DemoData::isLoading) || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(PAGE);
    }
}
