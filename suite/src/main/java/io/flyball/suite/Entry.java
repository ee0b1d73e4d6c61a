package io.flyball.suite;

import java.lang.reflect.InvocationTargetException;
import org.springframework.context.ConfigurableApplicationContext;

/** The method by which every service is started. */
final class Entry {
    private Entry() {}

    /** @throws ServiceFailed if there is no such service, or it does not start */
    static ConfigurableApplicationContext start(ServiceStart start) {
        try {
            var method = Class.forName(start.applicationClass()).getMethod("start", String[].class);
            Object arguments = start.arguments().toArray(String[]::new);
            return (ConfigurableApplicationContext) method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new ServiceFailed(start.name(), e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ServiceFailed(start.name(), e);
        }
    }
}
