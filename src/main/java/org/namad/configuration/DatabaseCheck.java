package org.namad.configuration;

import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Refuses a MariaDB database in which Persian text or the case of letters would be lost, before tables are made. */
@Component
class DatabaseCheck implements Callback {

    private static final String COLLATION = "utf8mb4_bin";

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
