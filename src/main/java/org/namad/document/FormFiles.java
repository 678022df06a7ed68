package org.namad.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form: what came with it is kept at once, so that nobody has to choose a file twice. */
@Component
public class FormFiles {

    /**
     * The files of one form.
     *
     * @param token    the form's
     * @param kept     what goes with it when it is taken
     * @param refusals what was wrong with others that came
     */
    public record Files(String token, List<Document> kept, List<Refusal> refusals) {

        /** Whether there is room for another. */
        public boolean hasRoom() {
            return kept.size() < Drafts.MAX_FILES;
        }

        /** Whether something came that could not be kept. */
        public boolean areWrong() {
            return !refusals.isEmpty();
        }
    }

    /**
     * A file that was not kept.
     *
     * @param fileName as its sender called it
     * @param reason   the key of a message
     */
    public record Refusal(String fileName, String reason) {
    }

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Drafts drafts;

    FormFiles(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The token of a form that nobody has seen yet. */
    public static String newToken() {
        return UUID.randomUUID().toString();
    }

    /** Whether {@code typed} looks like a token that {@link #newToken} made. */
    static boolean isToken(String typed) {
        return typed != null && TOKEN.matcher(typed).matches();
    }

    /** Takes what came with the form, and lets go of the one that its writer does not want any more. */
    public Files take(FormWithFiles form, Long senderId) {
        String token = form.getToken();
        List<Refusal> refusals = new ArrayList<>();
        for (MultipartFile file : form.getFiles() == null ? List.<MultipartFile>of() : form.getFiles()) {
            // A browser sends an empty part if no file was chosen.
            if (!file.isEmpty() || file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                try {
                    drafts.keep(token, new Upload(file.getOriginalFilename(), bytes(file)), senderId);
                } catch (DocumentRefused refused) {
                    refusals.add(new Refusal(file.getOriginalFilename(), refused.messageKey()));
                }
            }
        }
        if (form.getDrop() != null) {
            drafts.drop(token, form.getDrop());
        }
        return new Files(token, drafts.of(token), refusals);
    }

    /** The files kept so far. */
    public Files of(String token) {
        return new Files(token, drafts.of(token), List.of());
    }

    /** The kept files with their bytes, for the case that takes them. */
    public List<Upload> uploads(String token) {
        return drafts.uploads(token);
    }

    /** The case has them. */
    public void done(String token) {
        drafts.drop(token);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
