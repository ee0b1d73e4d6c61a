package io.flyball.samplebroken;

import io.flyball.suite.Samples;
import org.springframework.context.ConfigurableApplicationContext;

/** Something that is started as services are. */
public final class SampleBrokenApplication {
    private SampleBrokenApplication() {}

    public static ConfigurableApplicationContext start(String... arguments) {
        return Samples.fail(arguments);
    }
}
