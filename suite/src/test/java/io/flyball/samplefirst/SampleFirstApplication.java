package io.flyball.samplefirst;

import io.flyball.suite.Samples;
import org.springframework.context.ConfigurableApplicationContext;

/** Something that is started as services are. */
public final class SampleFirstApplication {
    private SampleFirstApplication() {}

    public static ConfigurableApplicationContext start(String... arguments) {
        return Samples.start("sample-first", arguments);
    }
}
