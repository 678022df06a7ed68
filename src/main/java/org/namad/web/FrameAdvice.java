package org.namad.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.namad.engine.StaffMember;
import org.namad.party.SignedIn;
import org.namad.party.WaitingForms;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its {@link Frame}. */
@ControllerAdvice
class FrameAdvice {

    private final WaitingForms waiting;
    private final boolean demo;

    FrameAdvice(WaitingForms waiting, Environment environment) {
        this.waiting = waiting;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object who = authentication == null ? null : authentication.getPrincipal();
        Frame frame = new Frame(who instanceof SignedIn person ? person.fullName() : null,
            writer(who),
            who instanceof StaffMember member ? member.name() : null, path(request), otherLanguage(request), demo);
        // A page that tells of an exception gets no model attributes, but finds this one in the request.
        request.setAttribute("frame", frame);
        return frame;
    }

    /** Tells a person who sent more than the server reads at all; one file too large is told by the form itself. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge(HttpServletRequest request) {
        frame(request);
        return "error/413";
    }

    private static String writer(Object who) {
        if (who instanceof StaffMember member) {
            return member.id();
        }
        return who instanceof SignedIn person ? String.valueOf(person.personId()) : null;
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null ? failed.toString() : request.getRequestURI();
    }

    private String otherLanguage(HttpServletRequest request) {
        String other = "fa".equals(RequestContextUtils.getLocale(request).getLanguage()) ? "en" : "fa";
        UriComponentsBuilder page = waiting.page(request).map(UriComponentsBuilder::fromUriString)
            .orElseGet(() -> UriComponentsBuilder.fromPath(path(request)).query(request.getQueryString()));
        return page.replaceQueryParam("lang", other).build().toUriString();
    }
}
