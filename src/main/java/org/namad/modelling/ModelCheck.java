package org.namad.modelling;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks models, decision tables, forms and mail templates before they go live: on every deployment, and whenever
 * somebody asks.
 */
public interface ModelCheck {

    /**
     * What stands against deploying these files together, on top of what is deployed already; empty if nothing does.
     *
     * @param files the files' contents by their names
     */
    List<Fault> check(Map<String, byte[]> files);

    /** A fault as a sentence in the language of {@code namad.language}, with the element and what to do. */
    String sentence(Fault fault);

    /** A fault as a sentence in a language, with the element and what to do. */
    String sentence(Fault fault, Locale language);
}
