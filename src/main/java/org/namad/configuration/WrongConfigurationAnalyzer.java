package org.namad.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the settings instead of a stack trace. */
class WrongConfigurationAnalyzer extends AbstractFailureAnalyzer<WrongConfiguration> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongConfiguration cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
