package org.namad.notification;

/** A mail as its reader sees it, in both of its forms. */
record RenderedMail(String subject, String text, String html) {
}
