package org.namad.modelling.process;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.namad.modelling.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands before every deployment that somebody makes, from Modeler, from Cockpit or over REST: models that the check
 * finds at fault are refused as a whole, so that a bad deployment changes nothing. It lets pass what Namad deploys in
 * nobody's name, its own models at the start, which the build has checked. It also hides from expressions every bean that is not meant for models, also from
 * those of models that were deployed long ago.
 */
@Component
class DeploymentGuard extends AbstractProcessEnginePlugin implements Deployer {

    private final ObjectProvider<DeploymentCheck> check;
    private final LiveOffer offer;

    DeploymentGuard(ObjectProvider<DeploymentCheck> check, LiveOffer offer) {
        this.check = check;
        this.offer = offer;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreDeployers(new ArrayList<>(List.of(this)));
        ((SpringProcessEngineConfiguration) configuration).setBeans(new UsableBeans(offer));
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        boolean byPerson = Context.getCommandContext().getAuthenticatedUserId() != null;
        // What is not new was checked when it was; the engine only reads it again into its cache.
        if (!byPerson || !deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = deployment.getResources().values().stream()
            .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
        List<Fault> faults = check.getObject().check(files);
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
    }

    private ParseException refusal(List<Fault> faults) {
        Map<String, List<Problem>> byFile = new TreeMap<>();
        faults.forEach(fault -> byFile.computeIfAbsent(fault.file(), file -> new ArrayList<>())
            .add(new Shown(check.getObject().sentence(fault), fault.elementId())));
        String sentences = byFile.values().stream().flatMap(List::stream).map(Problem::getMessage)
            .collect(Collectors.joining("\n"));
        ParseException refusal = new ParseException(sentences, faults.get(0).file(), List.of(), List.of());
        refusal.getResorceReports().clear();
        byFile.forEach((file, problems) ->
            refusal.getResorceReports().add(new ResourceReportImpl(file, problems, List.of())));
        return refusal;
    }

    /** A fault as the engine's REST interface hands it on to Modeler. */
    private record Shown(String getMessage, String getMainElementId) implements Problem {

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public List<String> getElementIds() {
            return getMainElementId == null ? List.of() : List.of(getMainElementId);
        }
    }

    /** The beans that expressions see, by their names. */
    private static final class UsableBeans extends AbstractMap<Object, Object> {

        private final LiveOffer offer;

        UsableBeans(LiveOffer offer) {
            this.offer = offer;
        }

        @Override
        public boolean containsKey(Object name) {
            return offer.isUsable(Objects.toString(name));
        }

        @Override
        public Object get(Object name) {
            return containsKey(name) ? offer.bean(Objects.toString(name)) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            throw new UnsupportedOperationException("asked by name only");
        }
    }
}
