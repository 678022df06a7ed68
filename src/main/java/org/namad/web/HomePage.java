package org.namad.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what Namad is and where to go. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "web/home";
    }
}
