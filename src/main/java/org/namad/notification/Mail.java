package org.namad.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;

import org.hibernate.annotations.BatchSize;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.DeliveryAttempt.Outcome;

/** One mail to one address, from posting to acceptance by the mail server, with every attempt on the way. */
@Entity
public class Mail {

    /** How far a mail has come. */
    public enum Status {
        /** To be sent, for the first time or again. */
        WAITING,
        /** A dispatcher is talking to the mail server. */
        SENDING,
        /** The mail server has accepted it: from here on it counts as notified (N7). */
        SENT,
        /** Refused for good, or given up: somebody has to look. */
        FAILED,
        /** Accepted, and later reported as undeliverable: somebody has to look. */
        BOUNCED,
        /** Not needed any more before it could be sent. */
        WITHDRAWN
    }

    /** The pauses after the first, second, … failed attempt; when they are used up the mail has failed. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
        Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_seq")
    @SequenceGenerator(name = "mail_seq", sequenceName = "mail_seq", allocationSize = 50)
    private Long id;
    private String caseKey;
    private String template;
    private String occurrence;
    private String address;
    @Column(updatable = false) // A mail on its way must not undo what its reader changed meanwhile.
    private String readerAddress;
    private String recipientName;
    private String language;
    private String messageId;
    private String subject;
    @Column(length = 16777215)
    private byte[] text;
    @Column(length = 16777215)
    private byte[] html;
    private boolean secret;
    private Instant postedAt;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant nextAttemptAt;
    private Instant claimedUntil;
    private Instant sentAt;
    @ElementCollection
    @CollectionTable(name = "mail_attempt", joinColumns = @JoinColumn(name = "mail_id"))
    @OrderColumn(name = "attempt_no")
    @BatchSize(size = 20)
    private List<DeliveryAttempt> attempts = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "mail_attachment", joinColumns = @JoinColumn(name = "mail_id"))
    @OrderColumn(name = "attachment_no")
    private List<StoredAttachment> attachments = new ArrayList<>();
    private boolean untold;

    protected Mail() {
    }

    Mail(CaseKey caseKey, String template, String occurrence, Recipient recipient, RenderedMail rendered,
            List<Attachment> attachments, boolean secret, Instant postedAt) {
        this.caseKey = caseKey.toString();
        this.template = template;
        this.occurrence = occurrence;
        this.address = recipient.address();
        this.readerAddress = recipient.address();
        this.recipientName = recipient.name();
        this.language = recipient.language().getLanguage();
        this.messageId = UUID.randomUUID().toString();
        this.subject = rendered.subject();
        this.text = rendered.text().getBytes(StandardCharsets.UTF_8);
        this.html = rendered.html().getBytes(StandardCharsets.UTF_8);
        attachments.forEach(attachment -> this.attachments.add(new StoredAttachment(attachment)));
        this.secret = secret;
        this.postedAt = postedAt;
        this.status = Status.WAITING;
        this.nextAttemptAt = postedAt;
    }

    /** The mail server has accepted the mail with {@code reply}. */
    void accepted(Instant when, String reply) {
        attempts.add(new DeliveryAttempt(when, Outcome.ACCEPTED, reply));
        end(Status.SENT);
        sentAt = when;
        if (secret) {
            text = new byte[0];
            html = new byte[0];
        }
    }

    /** The mail was not taken, for a reason that may pass: it is tried again after a pause, each longer than the last. */
    void deferred(Instant when, String reply) {
        int failures = attempts.size();
        attempts.add(new DeliveryAttempt(when, Outcome.DEFERRED, reply));
        claimedUntil = null;
        if (failures < PAUSES.size()) {
            status = Status.WAITING;
            nextAttemptAt = when.plus(PAUSES.get(failures));
        } else {
            end(Status.FAILED);
        }
    }

    /** The mail server will never take the mail. */
    void refused(Instant when, String reply) {
        attempts.add(new DeliveryAttempt(when, Outcome.REFUSED, reply));
        end(Status.FAILED);
    }

    /** A mail server on the way has given the mail up, which had been accepted. */
    void bounced(Instant when, String diagnosis) {
        attempts.add(new DeliveryAttempt(when, Outcome.BOUNCED, diagnosis));
        end(Status.BOUNCED);
    }

    private void end(Status reached) {
        status = reached;
        nextAttemptAt = null;
        claimedUntil = null;
        untold = true;
    }

    /** How the mail ended, for those who wait for it. */
    Object ending() {
        DeliveryAttempt last = attempts.get(attempts.size() - 1);
        return status == Status.SENT
            ? new MailAccepted(caseKey(), template, address, occurrence, last.attemptedAt(), last.reply())
            : new MailRefused(caseKey(), template, address, occurrence, last.attemptedAt(), last.reply());
    }

    public Long id() {
        return id;
    }

    public CaseKey caseKey() {
        return CaseKey.of(caseKey);
    }

    public String template() {
        return template;
    }

    public String occurrence() {
        return occurrence;
    }

    public String address() {
        return address;
    }

    /** Where its reader is reached now: the address that it was sent to, unless the person has changed it since. */
    public String readerAddress() {
        return readerAddress;
    }

    public String recipientName() {
        return recipientName;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** The unique part of the Message-ID header, the same in every attempt. */
    public String messageId() {
        return messageId;
    }

    public String subject() {
        return subject;
    }

    /** The text form; empty once a mail that held a secret has been sent. */
    public String text() {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The HTML form; empty once a mail that held a secret has been sent. */
    public String html() {
        return new String(html, StandardCharsets.UTF_8);
    }

    public Instant postedAt() {
        return postedAt;
    }

    public Status status() {
        return status;
    }

    /** When the next attempt is due; null once the mail is sent or has failed. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** When the mail server accepted the mail; null before that. */
    public Instant sentAt() {
        return sentAt;
    }

    /** The delivery log, oldest first; loaded by {@link Mails#findWithAttemptsById} and {@link Mails#failed}. */
    public List<DeliveryAttempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The files that go with the mail; loaded by {@link Mails#findWithAttachmentsById}. */
    public List<Attachment> attachments() {
        return attachments.stream().map(StoredAttachment::attachment).toList();
    }

    /** What the mail server said last, or why it could not be reached; empty before the first attempt. */
    public String lastReply() {
        return attempts.isEmpty() ? "" : attempts.get(attempts.size() - 1).reply();
    }
}
