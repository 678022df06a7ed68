package org.namad.rollout;

import java.util.List;

/** What somebody wanted to put live or to move was refused. */
public class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    /** @param sentences why, for the process owner; empty if the person has no right to it */
    public ModelRefused(List<String> sentences, Throwable cause) {
        super(String.join("\n", sentences), cause);
        this.sentences = List.copyOf(sentences);
    }

    /** Why, for the process owner; empty if the person has no right to it. */
    public List<String> sentences() {
        return sentences;
    }
}
