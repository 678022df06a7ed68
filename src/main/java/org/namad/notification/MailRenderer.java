package org.namad.notification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.modelling.MailTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Makes mails from templates; where these lie is told at {@link MailTexts}, what a template may hold is told at {@link Outbox}. */
@Component
class MailRenderer {

    private final TemplateEngine engine = new TemplateEngine();
    private final MailTexts texts;
    private final String baseUrl;

    MailRenderer(MailTexts texts, @Value("${namad.base-url}") String baseUrl) {
        this.texts = texts;
        this.baseUrl = baseUrl;
        FactsOnly facts = new FactsOnly();
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(facts);
        engine.setDialect(dialect);
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.setEngineContextFactory(facts);
    }

    /** @throws MailNotRendered if the template does not exist in the recipient's language or uses an unknown fact */
    RenderedMail render(String template, CaseKey key, Recipient recipient, Map<String, String> facts) {
        Locale language = recipient.language();
        Document mail = Jsoup.parse(process(template, language, Map.of(
            "facts", facts,
            "recipientName", recipient.name()), facts));
        Map<String, Object> frame = new HashMap<>();
        frame.put("subject", mail.title());
        frame.put("recipientName", recipient.name());
        frame.put("content", mail.body().html());
        frame.put("caseKey", key.toString());
        frame.put("baseUrl", baseUrl);
        String html = process("layout", language, frame, Map.of());
        return new RenderedMail(mail.title(), PlainText.of(Jsoup.parse(html).body()), html);
    }

    private String process(String template, Locale language, Map<String, Object> model, Map<String, String> facts) {
        String text = texts.find(template, language.getLanguage()).orElseThrow(() -> new MailNotRendered(
            "There is no mail template %s.%s".formatted(template, language.getLanguage()), null));
        try {
            return engine.process(text, new FactsOnly.Facts(language, model, facts));
        } catch (TemplateEngineException e) {
            throw new MailNotRendered("The mail template %s.%s cannot be rendered: %s"
                .formatted(template, language.getLanguage(), rootMessage(e)), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : rootMessage(failure.getCause());
    }
}
