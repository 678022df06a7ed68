package org.namad.demo;

import java.util.List;

import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A staff account of each role for the demo; every password is {@value #PASSWORD}. */
@Component
@Profile("demo")
@Order(1)
class DemoStaff implements ApplicationRunner {

    private static final String PASSWORD = "Namad-demo-1";

    private final StaffAccounts accounts;

    DemoStaff(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.open("officer1", "مریم", "کاظمی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("officer2", "رضا", "نوری", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("supervisor1", "شیرین", "صادقی", PASSWORD, StaffRoles.SUPERVISOR);
        accounts.open("rating1", "الهه", "ستوده", PASSWORD, StaffRoles.RATING_OPERATOR);
        accounts.open("monitor1", "کیانوش", "راد", PASSWORD, StaffRoles.MONITORING_OFFICER);
        accounts.open("owner1", "بهرام", "یوسفی", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("auditor1", "ندا", "فرهادی", PASSWORD, StaffRoles.AUDITOR);
        accounts.open("admin", "آرش", "مرادی", PASSWORD, StaffRoles.ADMIN);
        List.of("officer1", "officer2", "supervisor1", "rating1", "monitor1", "owner1", "auditor1", "admin")
            .forEach(id -> accounts.reachAt(id, id + "@namad.example"));
    }
}
