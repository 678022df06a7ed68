package org.namad.engine;

import org.namad.configuration.WrongConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the first administrator's account as configured ({@code NAMAD_ADMIN_USER}, {@code NAMAD_ADMIN_PASSWORD}), while
 * there is no administrator. There is no default account.
 */
@Component
@Order(2)
class FirstAdministrator implements ApplicationRunner {

    private final StaffAccounts accounts;
    private final String user;
    private final String password;

    FirstAdministrator(StaffAccounts accounts, @Value("${namad.admin.user:}") String user,
            @Value("${namad.admin.password:}") String password) {
        this.accounts = accounts;
        this.user = user;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.isAnyoneIn(StaffRoles.ADMIN)) {
            return;
        }
        if (user.isBlank() || password.isBlank()) {
            throw new WrongConfiguration("Nobody administers Namad yet: set NAMAD_ADMIN_USER and NAMAD_ADMIN_PASSWORD.");
        }
        try {
            accounts.open(user, user, "", password, StaffRoles.ADMIN);
        } catch (IllegalArgumentException weak) {
            throw new WrongConfiguration("NAMAD_ADMIN_PASSWORD is too weak: take at least ten characters, with a "
                + "capital and a small letter, a digit and a sign, and without the name in NAMAD_ADMIN_USER.");
        }
    }
}
