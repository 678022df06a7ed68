package org.namad.modelling.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The check itself, as the sum of its rules. */
@Component
class DeploymentCheck implements ModelCheck {

    private final LiveOffer offer;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final MessageSource messages;
    private final Locale language;

    DeploymentCheck(LiveOffer offer, ObjectProvider<ProcessEngineConfigurationImpl> engine, MessageSource messages,
            @Value("${namad.language}") Locale language) {
        this.offer = offer;
        this.engine = engine;
        this.messages = messages;
        this.language = language;
    }

    @Override
    public List<Fault> check(Map<String, byte[]> files) {
        // Whoever deploys need not have the right to see every group and model that the check looks at.
        return engine.getObject().getCommandExecutorTxRequired().execute(context ->
            context.runWithoutAuthorization(() -> faults(files, offer)));
    }

    /** What stands against these files where models may use what is offered. */
    static List<Fault> faults(Map<String, byte[]> files, Offer offer) {
        Draft draft = new Draft(files);
        if (!new SafetyRules(offer).check(draft)) {
            // Other rules try out what models say. Nobody may have what could run code tried out.
            return draft.faults();
        }
        new ReferenceRules(offer).check(draft);
        new FlowRules().check(draft);
        new TableRules().check(draft);
        new GatewayRules(offer).check(draft);
        new MailRules(offer).check(draft);
        return draft.faults();
    }

    @Override
    public String sentence(Fault fault) {
        return sentence(fault, language);
    }

    @Override
    public String sentence(Fault fault, Locale reader) {
        return sentence(fault, messages, reader);
    }

    /** A fault as a sentence of {@code messages/modelling}. */
    static String sentence(Fault fault, MessageSource messages, Locale language) {
        String element = fault.elementId() == null ? fault.file() : fault.element().equals(fault.elementId())
            ? fault.elementId() : messages.getMessage("modelling.element",
                new Object[] {fault.element(), fault.elementId()}, language);
        return messages.getMessage("modelling.fault." + fault.kind(),
            Stream.concat(Stream.of(element), fault.arguments().stream()).toArray(), language);
    }
}
