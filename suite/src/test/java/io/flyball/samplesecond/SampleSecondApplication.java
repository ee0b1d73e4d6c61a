package io.flyball.samplesecond;

import io.flyball.suite.Samples;
import org.springframework.context.ConfigurableApplicationContext;

/** Something that is started as services are. */
public final class SampleSecondApplication {
    private SampleSecondApplication() {}

    public static ConfigurableApplicationContext start(String... arguments) {
        return Samples.start("sample-second", arguments);
    }
}
