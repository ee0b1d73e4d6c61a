package io.flyball.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link WithNeighbours} does. */
final class NeighboursExtension implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithNeighbours.class)
                .ifPresent(wanted -> SharedNeighbours.shared().start(wanted.value()));
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
