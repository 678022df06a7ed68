package org.namad.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.calendar.WorkingDays;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.notification.Mails;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff sign in, their way to Tasklist, Cockpit and Admin, the mails that reached nobody, holidays that are missing. */
@Controller
class StaffPages {

    /** One of Camunda's web applications and the groups that work with it. */
    private enum Application {
        TASKLIST("tasklist", StaffRoles.CASE_OFFICER, StaffRoles.SUPERVISOR, StaffRoles.RATING_OPERATOR,
            StaffRoles.MONITORING_OFFICER, StaffRoles.ADMIN),
        COCKPIT("cockpit", StaffRoles.PROCESS_OWNER, StaffRoles.AUDITOR, StaffRoles.ADMIN),
        ADMIN("admin", StaffRoles.ADMIN);

        private final String path;
        private final Set<String> groups;

        Application(String path, String... groups) {
            this.path = path;
            this.groups = Set.of(groups);
        }

        private boolean isFor(StaffMember member) {
            return member.groups().stream().anyMatch(groups::contains);
        }
    }

    private static final int MAILS_SHOWN = 20;

    /** Who can see to it that the holidays of the next year are entered. */
    private static final Set<String> PLANNERS = Set.of(StaffRoles.SUPERVISOR, StaffRoles.ADMIN);

    /** Where the filter chain of staff keeps the page that somebody must sign in for. */
    private final RequestCache requests = new HttpSessionRequestCache();
    private final Mails mails;
    private final WorkingDays workingDays;

    StaffPages(Mails mails, WorkingDays workingDays) {
        this.mails = mails;
        this.workingDays = workingDays;
    }

    @GetMapping("/staff/sign-in")
    String signIn(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("awaited", requests.getRequest(request, response) != null);
        return "web/staff-sign-in";
    }

    @GetMapping("/staff")
    String home(@AuthenticationPrincipal StaffMember member, Model model) {
        List<String> applications = Stream.of(Application.values()).filter(application -> application.isFor(member))
            .map(application -> application.path).toList();
        model.addAttribute("applications", applications);
        boolean caseWorker = member.groups().stream().anyMatch(StaffRoles.CASE_WORKERS::contains);
        model.addAttribute("caseWorker", caseWorker);
        model.addAttribute("worker", member.groups().stream().anyMatch(StaffRoles.WORKERS::contains));
        model.addAttribute("reader", member.groups().stream().anyMatch(StaffRoles.READERS::contains));
        model.addAttribute("overseer", member.groups().stream().anyMatch(StaffRoles.OVERSEERS::contains));
        model.addAttribute("modelReader", member.groups().stream().anyMatch(StaffRoles.MODEL_READERS::contains));
        model.addAttribute("unknownYear", workingDays.unknownYear()
            .filter(year -> member.groups().stream().anyMatch(PLANNERS::contains)).orElse(null));
        model.addAttribute("undelivered", caseWorker ? mails.failed(MAILS_SHOWN) : List.of());
        return "web/staff";
    }
}
