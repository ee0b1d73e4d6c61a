package io.flyball.platform.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Refuses to start a service to which something was set that it does not have. */
public final class SettingsCheck implements BeanFactoryPostProcessor {
    private final ConfigurableEnvironment environment;
    private final KnownSettings known;

    public SettingsCheck(ConfigurableEnvironment environment, KnownSettings known) {
        this.environment = environment;
        this.known = known;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<UnknownSetting> unknown = environment.getPropertySources().stream()
                .flatMap(it -> it instanceof EnumerablePropertySource<?> source ? unknownOf(source) : Stream.of())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSettingsException(unknown);
        }
    }

    private Stream<UnknownSetting> unknownOf(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames())
                .map(name -> judge(source, name))
                .flatMap(Optional::stream);
    }

    private Optional<UnknownSetting> judge(EnumerablePropertySource<?> source, String name) {
        if (source instanceof SystemEnvironmentPropertySource) {
            return name.startsWith("FLYBALL_") && !isOfKubernetes(name)
                    ? known.unknownVariable(name)
                    : Optional.empty();
        }
        boolean ofTheJvm = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME.equals(source.getName());
        return name.toLowerCase(Locale.ROOT).startsWith("flyball.") && !ofTheJvm
                ? known.unknownName(name)
                : Optional.empty();
    }

    /** A cluster tells every container where services are: a service flyball-console makes FLYBALL_CONSOLE_PORT_7400_TCP. */
    private static boolean isOfKubernetes(String variable) {
        return variable.matches(".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_(TCP|UDP)(_.*)?)?)");
    }
}
