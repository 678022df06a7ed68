package org.namad.rollout.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpSession;

import org.namad.modelling.ModelCheck;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Checks files as a deployment would, and deploys nothing; what is clean can be kept as a draft. */
@Controller
@RequestMapping("/staff/models/check")
class CheckPage {

    private final ModelCheck check;

    CheckPage(ModelCheck check) {
        this.check = check;
    }

    @GetMapping
    String ask() {
        return "rollout/check";
    }

    @PostMapping
    String check(@RequestParam(required = false) List<MultipartFile> files, Locale locale, HttpSession session,
            Model page) {
        UploadedFiles uploaded = UploadedFiles.of(files);
        Findings findings = Findings.of(uploaded.contents(), check, locale);
        page.addAttribute("findings", findings);
        if (findings.isClean() && uploaded.stayWith(session)) {
            page.addAttribute("upload", uploaded.id());
        }
        return "rollout/check";
    }
}
