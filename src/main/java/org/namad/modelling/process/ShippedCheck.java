package org.namad.modelling.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;
import org.springframework.context.MessageSource;

/** The check of a deployment against what this release brings along, where nothing is installed or started. */
public class ShippedCheck implements ModelCheck {

    private final MessageSource messages;
    private final Locale language;
    private final Set<String> groups;

    /**
     * @param messages with the sentences of {@code messages/modelling}
     * @param groups   to which tasks may be given
     */
    public ShippedCheck(MessageSource messages, Locale language, Set<String> groups) {
        this.groups = groups;
        this.messages = messages;
        this.language = language;
    }

    @Override
    public List<Fault> check(Map<String, byte[]> files) {
        return DeploymentCheck.faults(files, new ShippedOffer(groups));
    }

    @Override
    public String sentence(Fault fault) {
        return sentence(fault, language);
    }

    @Override
    public String sentence(Fault fault, Locale other) {
        return DeploymentCheck.sentence(fault, messages, other);
    }
}
