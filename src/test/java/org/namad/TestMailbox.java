package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.namad.demo.DemoMailServer;
import org.namad.demo.ReceivedMail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Reads the mails that have really arrived over SMTP. */
@Component
@ConditionalOnProperty("namad.mail.embedded")
public class TestMailbox {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final DemoMailServer server;

    TestMailbox(DemoMailServer server) {
        this.server = server;
    }

    /** All mails that have arrived for {@code address} until now, oldest first. */
    public List<ReceivedMail> all(String address) {
        return server.mailsFor(address);
    }

    /** The mails to {@code address} made from {@code template} that have arrived until now, oldest first. */
    public List<ReceivedMail> of(String address, String template) {
        return all(address).stream().filter(mail -> template.equals(mail.template())).toList();
    }

    /** Waits for a mail to {@code address} made from {@code template}; returns the newest. */
    public ReceivedMail await(String address, String template) {
        return await(address, template, 1);
    }

    /** Waits until {@code count} mails to {@code address} made from {@code template} have arrived; returns the last. */
    public ReceivedMail await(String address, String template, int count) {
        List<ReceivedMail> found = Awaitility.await("mail " + template + " to " + address)
            .atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50))
            .until(() -> of(address, template), mails -> mails.size() >= count);
        return found.get(found.size() - 1);
    }

    /** The code in the mail that {@link #await(String, String, int)} returns. */
    public String code(String address, String template, int count) {
        Matcher code = CODE.matcher(await(address, template, count).text());
        assertThat(code.find()).as("code in " + template).isTrue();
        return code.group();
    }

    /** The address behind the first button of {@code mail}. */
    public static String button(ReceivedMail mail) {
        return Jsoup.parse(mail.html()).select("a.button").attr("href");
    }
}
