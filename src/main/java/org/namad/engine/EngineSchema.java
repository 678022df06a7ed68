package org.namad.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from Camunda's own scripts as the first migration, so that one history describes the
 * whole schema. On MariaDB the tables get {@code utf8mb4_bin} instead of the scripts' three-byte {@code utf8_bin}.
 */
@Component
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "case.engine", "case.history",
        "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("001");
    }

    @Override
    public String getDescription() {
        return "engine schema";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String dialect = product.equals("MariaDB") ? "mysql" : product.toLowerCase();
        for (String part : PARTS) {
            String path = "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql";
            String script = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8)
                .replace("CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin");
            ScriptUtils.executeSqlScript(context.getConnection(), new ByteArrayResource(script.getBytes(
                StandardCharsets.UTF_8), path));
        }
    }
}
