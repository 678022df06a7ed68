package org.namad.modelling.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.namad.modelling.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands before every deployment that somebody makes, from Modeler, from Cockpit or over REST: models that the check
 * finds at fault are refused as a whole, so that a bad deployment changes nothing. It lets pass what Namad deploys in
 * nobody's name, its own models at the start, which the build has checked. It also locks the engine: whatever model
 * it runs, of whatever age, expressions do no more than {@link ModelExpressions} lets through, there are no script
 * engines, and no class is made by its name.
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
        configuration.setExpressionManager(new ModelExpressions(offer));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setArtifactFactory(new NoClasses());
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

    /** Knows no language; tables in FEEL need none. */
    private static final class NoScripts extends DefaultScriptEngineResolver {

        NoScripts() {
            super(new ScriptEngineManager());
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }

    /** Models name steps, never classes. */
    private static final class NoClasses implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> named) {
            throw new ProcessEngineException("Models may not use the class " + named.getName());
        }
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
}
