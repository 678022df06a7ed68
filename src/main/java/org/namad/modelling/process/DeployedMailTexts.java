package org.namad.modelling.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.namad.modelling.DeploymentName;
import org.namad.modelling.MailTexts;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks into the engine's deployments first; the engine itself offers no search for a file by its name. Drafts are not live. */
@Component
class DeployedMailTexts implements MailTexts {

    private static final String NEWEST = "select d.NAME_, b.BYTES_ from ACT_GE_BYTEARRAY b "
        + "join ACT_RE_DEPLOYMENT d on d.ID_ = b.DEPLOYMENT_ID_ where b.NAME_ in (?, ?) order by d.DEPLOY_TIME_ desc";

    private final JdbcTemplate database;
    private final ResourceLoader resources;
    private final Map<String, Optional<String>> own = new ConcurrentHashMap<>();

    DeployedMailTexts(JdbcTemplate database, ResourceLoader resources) {
        this.database = database;
        this.resources = resources;
    }

    @Override
    public Optional<String> find(String template, String language) {
        String file = template + "." + language + ".html";
        return Optional.ofNullable(database.query(NEWEST, DeployedMailTexts::firstLive, file, MailRules.FOLDER + file))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .or(() -> own.computeIfAbsent(file, this::own));
    }

    private static byte[] firstLive(ResultSet newestFirst) throws SQLException {
        while (newestFirst.next()) {
            if (!new DeploymentName(newestFirst.getString(1)).isDraft()) {
                return newestFirst.getBytes(2);
            }
        }
        return null;
    }

    private Optional<String> own(String file) {
        Resource resource = resources.getResource("classpath:" + MailRules.FOLDER + file);
        try {
            return resource.exists() ? Optional.of(resource.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
