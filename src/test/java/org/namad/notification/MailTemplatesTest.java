package org.namad.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MailTemplatesTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    private static final CaseKey CASE = new CaseKey("complaint", 17);

    private static boolean ran;

    private final MailRenderer renderer = new MailRenderer(new ShippedMailTexts(), "https://namad.example");

    static List<String> templates() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:mails/*.html");
        return Arrays.stream(files).map(file -> file.getFilename().replaceFirst("\\.\\w+\\.html$", ""))
            .filter(name -> !name.equals("layout")).distinct().sorted().toList();
    }

    static Stream<String[]> templatesInBothLanguages() throws IOException {
        return templates().stream().flatMap(name -> Stream.of(new String[] {name, "fa"}, new String[] {name, "en"}));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("templatesInBothLanguages")
    @DisplayName("Every mail template renders in Persian and in English")
    void renders(String template, String language) {
        RenderedMail mail = renderer.render(template, CASE, reader(language), new AnyFact());

        assertThat(mail.subject()).isNotBlank().doesNotContain("[[", "${").hasSizeLessThan(200);
        assertThat(mail.text()).contains("Sara").doesNotContain("[[", "${", "<p>").hasSizeGreaterThan(200);
        assertThat(mail.html()).contains("lang=\"" + language + "\"", "complaint-17").doesNotContain("[[", " th:");
    }

    @Test
    @DisplayName("A mail that would show a fact the case does not have is not made")
    void unknownFact() {
        assertThatThrownBy(() -> renderer.render("sign-in-code", CASE, reader("fa"), Map.of("code", "123456")))
            .isInstanceOf(MailNotRendered.class).hasMessageContaining("validUntil");
    }

    @Test
    @DisplayName("A mail without a template in the reader's language is not made")
    void noTemplate() {
        assertThatThrownBy(() -> renderer.render("no-such-mail", CASE, reader("en"), Map.of()))
            .isInstanceOf(MailNotRendered.class).hasMessageContaining("no-such-mail.en");
    }

    @Test
    @DisplayName("Facts are text, never markup, also in the name of the reader")
    void escapes() {
        RenderedMail mail = renderer.render("sign-in-code", CASE,
            new Recipient("<b>Sara</b>", "sara@shop.example", PERSIAN),
            Map.of("code", "<script>alert(1)</script>", "validUntil", "12:00"));

        assertThat(mail.html()).doesNotContain("<script>", "<b>Sara");
        assertThat(mail.text()).contains("<script>alert(1)</script>");
    }

    @Test
    @DisplayName("The Persian mail reads from right to left and the text form spells links out")
    void forms() {
        RenderedMail mail = renderer.render("already-registered", CASE, reader("fa"),
            Map.of("signInLink", "https://namad.example/sign-in"));

        assertThat(mail.html()).contains("dir=\"rtl\"");
        assertThat(mail.text()).contains("ورود به سامانه:\nhttps://namad.example/sign-in\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<b th:text=\"&#36;{T(org.namad.notification.MailTemplatesTest).run()}\">x</b>",
        "<p>[[${T(org.namad.notification.MailTemplatesTest).run()}]]</p>",
        "<p>[(${T(org.namad.notification.MailTemplatesTest).run()})]</p>",
        "<p>[[${new org.namad.notification.MailTemplatesTest$Run()}]]</p>",
        "<p>[[${facts.getClass().getName()}]]</p>",
        "<p th:object=\"${tracking}\">[[*{T(org.namad.notification.MailTemplatesTest).run()}]]</p>",
        "<p th:if=\"${#ctx.variableNames}\">x</p>",
        "<p>[[${__${tracking}__}]]</p>"
    })
    @DisplayName("A mail that says more than facts is not made, even if it was deployed before there was a check")
    void noCode(String part) {
        MailRenderer unchecked = new MailRenderer((template, language) -> Optional.of("<html><head><title>S</title></head>"
            + "<body>" + part + "</body></html>"), "https://namad.example");

        assertThatThrownBy(() -> unchecked.render("old", CASE, reader("en"),
            Map.of("tracking", "T(org.namad.notification.MailTemplatesTest).run()"))).isInstanceOf(MailNotRendered.class);
        assertThat(ran).isFalse();
    }

    /** What code in a mail would reach. */
    public static boolean run() {
        ran = true;
        return ran;
    }

    /** What code in a mail would make. */
    public static class Run {

        /** Notes that it was. */
        public Run() {
            run();
        }
    }

    private static Recipient reader(String language) {
        return new Recipient("Sara", "sara@shop.example", Locale.forLanguageTag(language));
    }

    /** Has every fact one asks for. */
    private static final class AnyFact extends HashMap<String, String> {

        @Override
        public boolean containsKey(Object name) {
            return true;
        }

        @Override
        public String get(Object name) {
            return "«" + name + "»";
        }
    }
}
