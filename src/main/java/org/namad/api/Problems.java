package org.namad.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;

import org.namad.party.LinkRefused;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Tells a program, and the person who reads its log, what was wrong (RFC 9457): in Persian unless English is preferred. */
@Hidden
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private final AcceptHeaderLocaleResolver languages = new AcceptHeaderLocaleResolver();
    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
        Locale persian = Locale.forLanguageTag("fa");
        languages.setSupportedLocales(List.of(persian, Locale.ENGLISH));
        languages.setDefaultLocale(persian);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal instanceof TooManyRequests tooMany) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
        }
        return problem(refusal, headers, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> linkRefused(LinkRefused refused, HttpServletRequest request) {
        return problem(refused.reason() == LinkRefused.Reason.EXPIRED ? new Refusal(HttpStatus.GONE, "linkExpired")
            : new Refusal(HttpStatus.FORBIDDEN, "linkAltered"), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return problem(Refusal.parameter(missing.getParameterName()), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return problem(Refusal.parameter(wrong.getName()), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> outOfRange(HandlerMethodValidationException wrong, HttpServletRequest request) {
        return problem(Refusal.parameter(wrong.getParameterValidationResults().get(0).getMethodParameter()
            .getParameterName()), new HttpHeaders(), request);
    }

    ResponseEntity<ProblemDetail> problem(Refusal refusal, HttpHeaders headers, HttpServletRequest request) {
        Locale reader = languages.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(),
            messages.getMessage("api." + refusal.key() + ".detail", refusal.arguments(), reader));
        problem.setTitle(messages.getMessage("api." + refusal.key() + ".title", null, reader));
        problem.setType(URI.create("urn:namad:problem:" + refusal.key()));
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(reader);
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        headers.setCacheControl("no-store");
        return new ResponseEntity<>(problem, headers, refusal.status());
    }
}
