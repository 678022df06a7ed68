package org.namad.party;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.WebDataBinder;

/**
 * What was typed into forms that were sent and not taken, because the session was over, or that their reader wants in the
 * other language. It waits in the browser's session and is shown to its writer, and to nobody else, who is led back to the
 * form's page; only sending it there takes it. Files that were chosen last are not kept.
 *
 * <p>A form takes part by two hidden fields: {@code page}, the address at which it is found, and {@code writer}, the
 * number of the person to whom it was given, or that colleague's account; empty if nobody was signed in.
 */
@Component
public class WaitingForms {

    private static final String WAITING = "NAMAD_FORM";
    private static final String PAGE = "page";
    private static final String WRITER = "writer";
    private static final String SESSION_OVER = "sessionOver";
    /** What leads back to the page adds this parameter: whoever opens the page anew gets an empty form. */
    private static final String TYPED = "typed";
    /** In characters; our longest form has a fourth of it. */
    private static final int LONGEST = 40_000;

    private record Waiting(String path, String writer, Map<String, String[]> fields, boolean sessionOver)
            implements Serializable {
    }

    /** The address at which the form that was posted is found with what was typed, if it takes part. */
    public Optional<String> page(HttpServletRequest posted) {
        String page = posted.getParameter(PAGE);
        return "POST".equals(posted.getMethod()) && PartySession.isPageOfOurs(page)
            ? Optional.of(page + (page.contains("?") ? "&" : "?") + TYPED) : Optional.empty();
    }

    /**
     * Lets what was posted wait, in place of what waited before.
     *
     * @param sessionOver whether the page must say why it was not taken
     */
    public void keep(HttpServletRequest posted, boolean sessionOver) {
        if (page(posted).isEmpty()) {
            return;
        }
        Map<String, String[]> fields = new TreeMap<>(posted.getParameterMap());
        if (fields.values().stream().flatMap(Arrays::stream).mapToLong(String::length).sum() <= LONGEST) {
            posted.getSession().setAttribute(WAITING, new Waiting(path(posted.getParameter(PAGE)),
                posted.getParameter(WRITER), fields, sessionOver));
        }
    }

    /**
     * Fills {@code form} with what waits for this reader at this page.
     *
     * @param reader null if nobody is signed in
     * @return whether there was something
     */
    public boolean fill(Object form, HttpServletRequest request, SignedIn reader) {
        return fill(form, request, reader == null ? "" : String.valueOf(reader.personId()));
    }

    /** Fills {@code form} with what waits at this page for the member of the staff with this account; tells whether something did. */
    public boolean fill(Object form, HttpServletRequest request, String writer) {
        if (!request.getParameterMap().containsKey(TYPED) || request.getSession(false) == null
                || !(request.getSession().getAttribute(WAITING) instanceof Waiting waiting)
                || !waiting.path().equals(request.getRequestURI()) || !writer.equals(waiting.writer())) {
            return false;
        }
        request.setAttribute(SESSION_OVER, waiting.sessionOver());
        new WebDataBinder(form).bind(new MutablePropertyValues(waiting.fields()));
        return true;
    }

    /** Whether the page shows a form that was not taken because the session was over. */
    public boolean isSessionOver(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(SESSION_OVER));
    }

    private static String path(String page) {
        return page.contains("?") ? page.substring(0, page.indexOf('?')) : page;
    }
}
