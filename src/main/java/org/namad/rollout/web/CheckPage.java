package org.namad.rollout.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Checks files as a deployment would, and deploys nothing. */
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
    String check(@RequestParam(required = false) List<MultipartFile> files, Locale locale, Model page) {
        Map<String, byte[]> contents = contents(files == null ? List.of() : files);
        Map<String, List<String>> findings = new TreeMap<>();
        contents.keySet().forEach(file -> findings.put(file, new ArrayList<>()));
        if (!contents.isEmpty()) {
            for (Fault fault : check.check(contents)) {
                findings.computeIfAbsent(fault.file(), file -> new ArrayList<>()).add(check.sentence(fault, locale));
            }
        }
        page.addAttribute("findings", findings);
        page.addAttribute("count", findings.values().stream().mapToInt(List::size).sum());
        return "rollout/check";
    }

    private static Map<String, byte[]> contents(List<MultipartFile> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) {
                try {
                    contents.put(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
                        file.getBytes());
                } catch (IOException unread) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, unread);
                }
            }
        }
        return contents;
    }
}
