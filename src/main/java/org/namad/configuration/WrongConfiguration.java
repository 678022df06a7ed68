package org.namad.configuration;

import java.util.List;

/** Namad cannot start with its settings. The message says in a sentence for each wrong setting what to do about it. */
public class WrongConfiguration extends RuntimeException {

    public WrongConfiguration(String sentence) {
        super(sentence);
    }

    WrongConfiguration(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }
}
