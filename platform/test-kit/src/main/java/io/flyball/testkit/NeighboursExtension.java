package io.flyball.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * What {@link WithNeighbours} does. They are started while it is decided whether the class runs at all: what cannot run in
 * containers here is then reported as skipped, with the reason, rather than not reported.
 */
final class NeighboursExtension implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), WithNeighbours.class)
                .map(NeighboursExtension::start)
                .orElseGet(() -> ConditionEvaluationResult.enabled("names no neighbours of its own"));
    }

    private static ConditionEvaluationResult start(WithNeighbours wanted) {
        try {
            SharedNeighbours.shared().start(wanted.value());
            return ConditionEvaluationResult.enabled("its neighbours are there");
        } catch (TestAbortedException noContainers) {
            return ConditionEvaluationResult.disabled(String.valueOf(noContainers.getMessage()));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SharedNeighbours.class;
    }

    @Override
    public SharedNeighbours resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedNeighbours.shared();
    }
}
