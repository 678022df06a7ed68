package org.namad.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The shipped models and forms with the names and labels of {@code namad.language}. The files themselves are English;
 * beside each lies its catalogue, {@code i18n/<name>.fa.properties}. A text that is not in it stays English. Another
 * language makes other files. What becomes of them is for {@link ShippedModels} to say, not for the engine.
 */
@Component
class TranslatedModels extends DefaultDeploymentConfiguration {

    private final Locale language;

    TranslatedModels(@Value("${namad.language}") Locale language) {
        this.language = language;
    }

    /** Hands nothing to the engine, which would deploy all again where one has changed. */
    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        // ShippedModels deploys them.
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        return super.getDeploymentResources().stream().map(this::translated).collect(Collectors.toSet());
    }

    private Resource translated(Resource original) {
        try {
            return new NamedBytes(original.getFilename(), translate(original));
        } catch (IOException e) {
            throw new UncheckedIOException("A model cannot be translated: " + original, e);
        }
    }

    private byte[] translate(Resource original) throws IOException {
        byte[] content = original.getContentAsByteArray();
        String name = original.getFilename();
        Resource catalogue = original.createRelative("i18n/%s.%s.properties"
            .formatted(name.substring(0, name.lastIndexOf('.')), language.getLanguage()));
        if (!catalogue.exists()) {
            return content;
        }
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(catalogue.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return ModelTexts.rewrite(name, content, texts::getProperty);
    }

    /** The engine names what it deploys after its description. */
    private static final class NamedBytes extends ByteArrayResource {

        private final String name;

        NamedBytes(String name, byte[] content) {
            super(content);
            this.name = name;
        }

        @Override
        public String getDescription() {
            return name;
        }

        // Equal bytes under two names are two files.
        @Override
        public boolean equals(Object other) {
            return other instanceof NamedBytes file && file.name.equals(name) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
