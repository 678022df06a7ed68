package org.namad.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestMailbox;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.demo.ReceivedMail;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class MailTest {

    @Autowired Outbox outbox;
    @Autowired Mails mails;
    @Autowired TestMailbox mailbox;

    @Test
    @DisplayName("A posted mail arrives over SMTP in both forms, with the facts it was given, and is logged")
    void arrives() {
        CaseKey key = new CaseKey("mail-test", 1);
        outbox.post(key, "sign-in-code", "once", new Recipient("سارا محمدی", "sara@mail-test.example",
            Locale.forLanguageTag("fa")), Map.of("code", "123456", "validUntil", "۱۴:۳۰"));

        ReceivedMail mail = mailbox.await("sara@mail-test.example", "sign-in-code");

        assertThat(mail.subject()).isEqualTo("کد ورود شما به نماد");
        assertThat(mail.caseKey()).isEqualTo("mail-test-1");
        assertThat(mail.text()).contains("سارا محمدی گرامی").contains("123456").contains("تا ۱۴:۳۰ معتبر");
        assertThat(mail.html()).contains("dir=\"rtl\"").contains("123456");
        assertThat(mails.of(key)).singleElement().extracting(Mail::postedAt).satisfies(postedAt ->
            assertThat(mail.date()).isEqualTo(postedAt.truncatedTo(ChronoUnit.SECONDS)));
    }
}
