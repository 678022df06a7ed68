package org.namad.web;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/**
 * In which language Tasklist and its sisters speak to staff: the one that they chose on Namad's pages, else the one of
 * names and forms, {@code namad.language}. Their browser's language plays no part.
 */
@RestController
class StaffLanguage {

    private final Locale namesAndForms;

    StaffLanguage(@Value("${namad.language}") Locale namesAndForms) {
        this.namesAndForms = namesAndForms;
    }

    /** A script module that says it; {@code settings.js} of the web applications asks. */
    @GetMapping("/camunda/app/language.js")
    ResponseEntity<String> language(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, Languages.COOKIE);
        Locale language = chosen == null ? namesAndForms : Languages.language(chosen.getValue());
        return ResponseEntity.ok().contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
            .cacheControl(CacheControl.noStore())
            .body("export default '%s';\n".formatted(language.getLanguage()));
    }
}
