package io.flyball.suite;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What the samples of services do. */
public final class Samples {
    static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    private Samples() {}

    public static ConfigurableApplicationContext start(String name, String... arguments) {
        var context = new GenericApplicationContext();
        context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                EVENTS.add("ended " + name + " by " + ServiceThreads.service().orElse("nobody"));
            }
        });
        context.refresh();
        EVENTS.add("started " + name + " " + List.of(arguments));
        return context;
    }

    public static ConfigurableApplicationContext fail(String... arguments) {
        throw new IllegalStateException("wrapped", new IllegalArgumentException("port 1 is taken"));
    }
}
