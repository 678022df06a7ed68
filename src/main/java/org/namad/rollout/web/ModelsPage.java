package org.namad.rollout.web;

import java.util.List;
import java.util.Locale;

import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.Drafts;
import org.namad.rollout.Drafts.Draft;
import org.namad.rollout.Launches;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.ModelVersions;
import org.namad.rollout.ModelVersions.Kind;
import org.namad.rollout.ModelVersions.Model;
import org.namad.rollout.ModelVersions.ModelFile;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Every process and decision with its versions side by side, their files, the way back to an older version or to the one
 * that this release brings, and the drafts with the days on which they go live.
 */
@Controller
@RequestMapping("/staff/models")
class ModelsPage {

    private final ModelVersions versions;
    private final Drafts drafts;
    private final Launches launches;
    private final CaseMoves moves;
    private final MessageSource messages;

    ModelsPage(ModelVersions versions, Drafts drafts, Launches launches, CaseMoves moves,
            MessageSource messages) {
        this.versions = versions;
        this.drafts = drafts;
        this.launches = launches;
        this.moves = moves;
        this.messages = messages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal StaffMember member, org.springframework.ui.Model page) {
        List<Model> all = versions.all();
        page.addAttribute("processes", all.stream().filter(model -> model.kind() == Kind.PROCESS).toList());
        page.addAttribute("decisions", all.stream().filter(model -> model.kind() == Kind.DECISION).toList());
        List<Draft> kept = drafts.all();
        page.addAttribute("drafts", kept);
        page.addAttribute("kept", kept.stream().map(Draft::id).toList());
        page.addAttribute("launches", launches.all());
        page.addAttribute("moves", moves.latest());
        page.addAttribute("mayAct", member.groups().stream().anyMatch(StaffRoles.MODELLERS::contains));
        return "rollout/versions";
    }

    @GetMapping("/{kind}/{key}/{version}")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable String key, @PathVariable int version) {
        ModelFile file = versions.file(kind(kind), key, version).orElseThrow(ModelsPage::unknown);
        String name = file.name().replaceFirst("\\.(\\w+)$", "-" + version + ".$1");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString())
            .body(file.content());
    }

    /** Everything that is to be deployed with the model, as it was with this version. */
    @GetMapping("/{kind}/{key}/{version}/files")
    ResponseEntity<byte[]> files(@PathVariable String kind, @PathVariable String key, @PathVariable int version) {
        Model model = versions.find(kind(kind), key).orElseThrow(ModelsPage::unknown);
        if (version == ModelVersions.SHIPPED ? !model.offered() : model.version(version).isEmpty()) {
            throw unknown();
        }
        return Zip.download(key + (version == ModelVersions.SHIPPED ? "" : "-" + version),
            versions.files(model.kind(), key, version));
    }

    @GetMapping("/restore")
    String confirm(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int version, org.springframework.ui.Model page) {
        Model model = another(kind, key, version);
        page.addAttribute("model", model);
        page.addAttribute("kind", kind);
        page.addAttribute("number", version);
        page.addAttribute("version", model.version(version).orElse(null));
        page.addAttribute("newest", model.versions().get(0));
        page.addAttribute("files", versions.files(model.kind(), key, version).keySet());
        return "rollout/restore";
    }

    @PostMapping("/restore")
    String restore(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int version, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        Model model = another(kind, key, version);
        try {
            int restored = versions.restore(model.kind(), key, version, member.id());
            next.addFlashAttribute("message", messages.getMessage(
                version == ModelVersions.SHIPPED ? "rollout.shipped.done" : "rollout.restore.done",
                new Object[] {model.name(), version, restored}, locale));
        } catch (ModelRefused refused) {
            next.addFlashAttribute("refused", refused.sentences());
        }
        return "redirect:/staff/models";
    }

    /** The model, if it has such a version that is not live. */
    private Model another(String kind, String key, int version) {
        return versions.find(kind(kind), key)
            .filter(model -> version == ModelVersions.SHIPPED ? model.offered()
                : model.version(version).filter(found -> !model.isNewest(found)).isPresent())
            .orElseThrow(ModelsPage::unknown);
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "process" -> Kind.PROCESS;
            case "decision" -> Kind.DECISION;
            default -> throw unknown();
        };
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
