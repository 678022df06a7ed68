package org.namad.party.web;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.party.LinkRefused;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells the reader of a mail why its link does not open, and what to do instead. */
@ControllerAdvice
class LinkRefusedAdvice {

    @ExceptionHandler(LinkRefused.class)
    String refused(LinkRefused refused, HttpServletResponse response, Model model) {
        boolean expired = refused.reason() == LinkRefused.Reason.EXPIRED;
        response.setStatus(expired ? HttpStatus.GONE.value() : HttpStatus.FORBIDDEN.value());
        model.addAttribute("reason", refused.reason());
        return "party/link-refused";
    }
}
