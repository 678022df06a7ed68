package org.namad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.party.WaitingForms;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps what was typed for the reader who asks for the other language on a page that answers a form, and tells those
 * whose session was over that their form is still to be sent.
 */
@Configuration(proxyBeanMethods = false)
class PostedPages implements WebMvcConfigurer, HandlerInterceptor {

    private final WaitingForms waiting;

    PostedPages(WaitingForms waiting) {
        this.waiting = waiting;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || String.valueOf(page.getViewName()).startsWith("redirect:")) {
            return;
        }
        // A piece of a page, kept as it is typed, is no page that could be read in another language.
        if (request.getHeader("HX-Request") == null) {
            waiting.keep(request, false);
        }
        page.addObject("sessionOver", waiting.isSessionOver(request));
    }
}
