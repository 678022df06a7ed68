package org.namad.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.namad.casefile.Attachment;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mails for sending. A mail is rendered at once and stored in the caller's transaction, so it is sent if and only
 * if what it tells about is committed; it leaves after the commit, see {@link MailDispatcher}.
 *
 * <p>A template is a pair of files {@code mails/<template>.fa.html} and {@code mails/<template>.en.html}: the
 * {@code <title>} is the subject, the {@code <body>} the paragraphs between greeting and footer, which the layout adds
 * ({@code mails/layout.*.html}); {@code <a class="button">} is a button, {@code <bdi>} a domain or code. Facts are the
 * template's variables, besides {@code recipientName}. A variable that is no fact fails the rendering; a fact that may
 * be absent is asked for with {@code ${facts.containsKey('reason')}} first.
 */
@Component
public class Outbox {

    private final Mails mails;
    private final MailRenderer renderer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(Mails mails, MailRenderer renderer, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.renderer = renderer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Posts a mail, unless the same one (case, template, occurrence and address) has been posted before.
     *
     * @param occurrence tells mails of one template in one case apart, such as the name of the step that sends it
     * @param facts      what the template may show, see {@link org.namad.casefile.CaseFile#facts}
     * @throws MailNotRendered if the template does not exist in the recipient's language or uses an unknown fact
     */
    @Transactional
    public void post(CaseKey key, String template, String occurrence, Recipient recipient, Map<String, String> facts) {
        post(key, template, occurrence, recipient, facts, List.of());
    }

    /** Posts a mail with files. */
    @Transactional
    public void post(CaseKey key, String template, String occurrence, Recipient recipient, Map<String, String> facts,
            List<Attachment> attachments) {
        post(key, template, occurrence, recipient, facts, attachments, false);
    }

    /** Posts a mail that holds a secret, such as a one-time code: its text is forgotten once it has been sent. */
    @Transactional
    public void postSecret(CaseKey key, String template, String occurrence, Recipient recipient,
            Map<String, String> facts) {
        post(key, template, occurrence, recipient, facts, List.of(), true);
    }

    /**
     * Takes back what has not left yet of one occurrence and its repetitions: a reminder that the mail server put off
     * must not arrive after what it reminds of was done.
     */
    @Transactional
    public void withdraw(CaseKey key, String occurrence) {
        mails.withdraw(key.toString(), occurrence);
    }

    private void post(CaseKey key, String template, String occurrence, Recipient recipient, Map<String, String> facts,
            List<Attachment> attachments, boolean secret) {
        if (mails.existsByCaseKeyAndTemplateAndOccurrenceAndAddress(key.toString(), template, occurrence,
                recipient.address())) {
            return;
        }
        RenderedMail rendered = renderer.render(template, key, recipient, facts);
        Mail mail = mails.save(new Mail(key, template, occurrence, recipient, rendered, attachments, secret,
            clock.instant()));
        events.publishEvent(new MailPosted(mail.id()));
    }

    /** A mail has been stored and leaves after the commit. */
    record MailPosted(long mailId) {
    }
}
