package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.configuration.WrongConfiguration;

class FirstAdministratorTest {

    private final StaffAccounts accounts = mock(StaffAccounts.class);

    @Test
    @DisplayName("The first administrator is opened as configured")
    void configured() {
        new FirstAdministrator(accounts, "head", "Kafe-sahar-27").run(null);
        verify(accounts).open("head", "head", "", "Kafe-sahar-27", StaffRoles.ADMIN);
    }

    @Test
    @DisplayName("Without configuration there is no default account: the start stops and says what to set")
    void notConfigured() {
        FirstAdministrator first = new FirstAdministrator(accounts, "", "");
        assertThatThrownBy(() -> first.run(null)).isInstanceOf(WrongConfiguration.class)
            .hasMessageContaining("NAMAD_ADMIN_USER");
        verify(accounts, never()).open(any(), any(), any(), any(), any(String[].class));
    }

    @Test
    @DisplayName("The configuration opens no second administrator")
    void already() {
        when(accounts.isAnyoneIn(StaffRoles.ADMIN)).thenReturn(true);
        new FirstAdministrator(accounts, "head", "Kafe-sahar-27").run(null);
        verify(accounts, never()).open(any(), any(), any(), any(), any(String[].class));
    }
}
