package org.namad.enforcement;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the items of a remedy's checklist into words for staff. */
@Component
public class ChecklistWording {

    private final MessageSource messages;

    ChecklistWording(MessageSource messages) {
        this.messages = messages;
    }

    /** What is to be put right, and what the holder says about it. */
    public String reported(RemedyItem item, Locale language) {
        String said = messages.getMessage("enforcement.item." + (item.done() ? "done" : "open"), null, language);
        return item.text(language) + " (" + (item.comment() == null ? said : messages.getMessage(
            "enforcement.item.comment", new Object[] {said, item.comment()}, language)) + ")";
    }

    /** How staff found an item that has been checked, with {@link #reported what it is}. */
    String checked(RemedyItem item, Locale language) {
        return messages.getMessage("enforcement.item." + (item.inOrder() ? "inOrder" : "missing"),
            new Object[] {reported(item, language)}, language);
    }
}
