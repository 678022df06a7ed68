package org.namad.configuration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses a MariaDB database that cannot be used, before anything else looks at it, and one in which Persian text or the
 * case of letters would be lost, before tables are made.
 */
@Component
class DatabaseCheck implements Callback {

    private static final String COLLATION = "utf8mb4_bin";
    private static final int WRONG_PASSWORD = 1045;
    private static final int WRONG_SIGN_IN = 1698;
    private static final int NO_RIGHTS = 1044;
    private static final int NO_SUCH_DATABASE = 1049;

    /**
     * Signs in to the database as the application will, and out again.
     *
     * @throws WrongConfiguration if that fails, with what to set
     */
    static void connect(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:mariadb:")) {
            return;
        }
        String user = settings.getProperty("spring.datasource.username", "");
        String shown = url.replaceAll("[?;].*", "");
        try {
            DriverManager.getConnection(url, user, settings.getProperty("spring.datasource.password", "")).close();
        } catch (SQLException refused) {
            throw new WrongConfiguration(switch (refused.getErrorCode()) {
                case WRONG_PASSWORD, WRONG_SIGN_IN -> ("The database %s refuses the user \"%s\": correct "
                    + "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.").formatted(shown, user);
                case NO_RIGHTS, NO_SUCH_DATABASE -> ("There is no database %s that the user \"%s\" may use: create it "
                    + "with all rights for that user, or correct SPRING_DATASOURCE_URL.").formatted(shown, user);
                default -> ("The database %s cannot be reached: start it, or correct the host and port in "
                    + "SPRING_DATASOURCE_URL. It was said: %s").formatted(shown,
                        refused.getMessage().replaceAll("\\s*\\R\\s*", " "));
            });
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            check(context.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell its collation", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "database check";
    }

    private static void check(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("MariaDB")) {
            return;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select database(), @@collation_database")) {
            row.next();
            if (!row.getString(2).equals(COLLATION)) {
                throw new WrongConfiguration("Change the database's collation from %s: alter database %s character set "
                    .formatted(row.getString(2), row.getString(1)) + "utf8mb4 collate " + COLLATION + ".");
            }
        }
    }
}
