package org.namad.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestMailbox;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class MailboxTest {

    private static final String ADDRESS = "sara@mailbox-test.example";

    @Autowired MockMvc http;
    @Autowired Outbox outbox;
    @Autowired TestMailbox mailbox;

    @Test
    @DisplayName("The demo's mail page lists the files of a mail, shows them where that is harmless, and hands them out")
    void attachments() throws Exception {
        byte[] pdf = "%PDF-1.7 not much".getBytes(StandardCharsets.US_ASCII);
        outbox.post(new CaseKey("mailbox-test", 1), "already-registered", "once",
            new Recipient("Sara", ADDRESS, Locale.ENGLISH), Map.of("signInLink", "https://namad.example/sign-in"),
            List.of(new Attachment("deadline.ics", "text/calendar; charset=UTF-8; method=PUBLISH",
                    "SUMMARY:مهلت".getBytes(StandardCharsets.UTF_8)),
                new Attachment("dossier.pdf", "application/pdf", pdf),
                new Attachment("page.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.US_ASCII))));
        ReceivedMail mail = mailbox.await(ADDRESS, "already-registered");
        assertThat(mail.attachments()).extracting(Attachment::fileName)
            .containsExactly("deadline.ics", "dossier.pdf", "page.svg");
        String page = "/demo/mail/" + ADDRESS + "/1";

        http.perform(get(page)).andExpect(status().isOk()).andExpect(content().string(allOf(
            containsString("deadline.ics"), containsString("dossier.pdf"), containsString("/files/2?show=true"))));
        http.perform(get(page + "/files/1?show=true")).andExpect(header().string("Content-Type", "text/plain;charset=UTF-8"))
            .andExpect(content().string("SUMMARY:مهلت"));
        http.perform(get(page + "/files/2?show=true")).andExpect(content().contentType("application/pdf"))
            .andExpect(header().string("Content-Disposition", containsString("inline")))
            .andExpect(content().bytes(pdf));
        http.perform(get(page + "/files/2")).andExpect(content().bytes(pdf))
            .andExpect(header().string("Content-Disposition", allOf(containsString("attachment"), containsString("dossier.pdf"))));
        http.perform(get(page + "/files/3?show=true"))
            .andExpect(header().string("Content-Disposition", containsString("attachment")));
        http.perform(get(page + "/files/4")).andExpect(status().isNotFound());
    }
}
