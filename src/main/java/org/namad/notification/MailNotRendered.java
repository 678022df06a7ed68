package org.namad.notification;

/** A mail's template is missing, broken or shows a fact that the case does not have. */
public class MailNotRendered extends RuntimeException {

    MailNotRendered(String message, Throwable cause) {
        super(message, cause);
    }
}
