package org.namad.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Looks at the settings before anything is started. The demo brings all of its own; every other installation says where
 * its database, mail server and outside systems are, and keeps its secrets in environment variables.
 */
class ConfigurationCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final int SHORTEST_KEY = 32;

    /** After the initializers of tests, which bring their own database. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        List<String> wrong = new ArrayList<>();
        checkDatabase(settings, wrong);
        String language = settings.getProperty("namad.language", "fa");
        if (!language.matches("fa|en")) {
            wrong.add("NAMAD_LANGUAGE must be fa or en, not \"%s\".".formatted(language));
        }
        if (!settings.acceptsProfiles(Profiles.of("demo"))) {
            checkInstallation(settings, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new WrongConfiguration(wrong);
        }
        DatabaseCheck.connect(settings);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("derived", derived(settings)));
    }

    private static void checkDatabase(Environment settings, List<String> wrong) {
        String url = url(settings);
        if (url.isBlank()) {
            wrong.add("Name the database in SPRING_DATASOURCE_URL, such as jdbc:mariadb://localhost/namad.");
        } else if (!url.startsWith("jdbc:mariadb:") && !url.startsWith("jdbc:h2:")) {
            wrong.add("The database \"%s\" is unknown: SPRING_DATASOURCE_URL must start with jdbc:mariadb: or jdbc:h2:."
                .formatted(url.replaceAll("[?;].*", "")));
        }
        if (url.contains("useBulkStmts=true")) {
            wrong.add("Take useBulkStmts=true out of SPRING_DATASOURCE_URL: the process engine hangs with it.");
        }
        String isolation = settings.getProperty("spring.datasource.hikari.transaction-isolation", "");
        if (!isolation.endsWith("READ_COMMITTED")) {
            wrong.add("spring.datasource.hikari.transaction-isolation must be TRANSACTION_READ_COMMITTED, not \"%s\"."
                .formatted(isolation));
        }
    }

    private static void checkInstallation(Environment settings, List<String> wrong) {
        require(settings, "spring.mail.host", "Name the mail server in SPRING_MAIL_HOST.", wrong);
        require(settings, "namad.mail.from", "Set the sender of all mails in NAMAD_MAIL_FROM.", wrong);
        require(settings, "namad.signing-key", key -> key.length() >= SHORTEST_KEY && !key.startsWith("demo-only"),
            "Set a secret of at least %d random characters in NAMAD_SIGNING_KEY.".formatted(SHORTEST_KEY), wrong);
        require(settings, "namad.base-url", url -> url.matches("https?://[^/]+"),
            "Set the address where people reach Namad in NAMAD_BASE_URL, such as https://namad.example.", wrong);
        require(settings, "namad.payment.gateway-url",
            "Set the payment gateway's address in NAMAD_PAYMENT_GATEWAY_URL.", wrong);
        require(settings, "namad.payment.merchant-id",
            "Set what the payment gateway knows Namad by in NAMAD_PAYMENT_MERCHANT_ID.", wrong);
        require(settings, "namad.registries.url", "Set the registries' address in NAMAD_REGISTRIES_URL.", wrong);
        require(settings, "namad.registries.token",
            "Set the registries' access token in NAMAD_REGISTRIES_TOKEN.", wrong);
        checkBounces(settings, wrong);
    }

    /** Whoever reads bounces says where they go and how to get at them. */
    private static void checkBounces(Environment settings, List<String> wrong) {
        if (settings.getProperty("namad.mail.bounces.host", "").isBlank()) {
            return;
        }
        require(settings, "namad.mail.bounces.address", address -> address.matches("[^@+]+@[^@]+"),
            "Set the address that bounces come to in NAMAD_MAIL_BOUNCES_ADDRESS, such as bounces@namad.example.", wrong);
        require(settings, "namad.mail.bounces.user",
            "Set the user of the mailbox for bounces in NAMAD_MAIL_BOUNCES_USER.", wrong);
        require(settings, "namad.mail.bounces.password",
            "Set the password of the mailbox for bounces in NAMAD_MAIL_BOUNCES_PASSWORD.", wrong);
    }

    private static void require(Environment settings, String name, String sentence, List<String> wrong) {
        require(settings, name, value -> true, sentence, wrong);
    }

    private static void require(Environment settings, String name, Predicate<String> fits, String sentence,
            List<String> wrong) {
        String value = settings.getProperty(name, "");
        if (value.isBlank() || !fits.test(value)) {
            wrong.add(sentence);
        }
    }

    private static Map<String, Object> derived(Environment settings) {
        Map<String, Object> derived = new HashMap<>();
        if (url(settings).startsWith("jdbc:mariadb:")) {
            // Without it the engine and Hibernate see tables of other databases on the same server.
            derived.put("spring.datasource.hikari.data-source-properties.nullDatabaseMeansCurrent", "true");
        }
        if (settings.getProperty("namad.base-url", "").startsWith("https:")) {
            derived.put("server.servlet.session.cookie.secure", "true");
        }
        return derived;
    }

    private static String url(Environment settings) {
        return settings.getProperty("spring.datasource.url", "");
    }
}
