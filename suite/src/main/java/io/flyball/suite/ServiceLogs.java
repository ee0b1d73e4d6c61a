package io.flyball.suite;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends each line to the file of its service: the one whose package wrote it, else the one whose thread wrote it; else to
 * standard output.
 */
final class ServiceLogs extends AppenderBase<ILoggingEvent> {
    private final Path folder;
    private final List<String> services;
    private final Map<String, Appender<ILoggingEvent>> files = new LinkedHashMap<>();
    private @Nullable Appender<ILoggingEvent> standardOutput;

    ServiceLogs(Path folder, List<String> services) {
        this.folder = folder;
        this.services = services;
    }

    @Override
    public void start() {
        services.forEach(
                service -> files.put(service, LogFiles.rolling(getContext(), folder.resolve(service + ".log"))));
        standardOutput = LogFiles.standardOutput(getContext());
        super.start();
    }

    @Override
    protected void append(ILoggingEvent line) {
        var appender = serviceOf(line.getLoggerName());
        if (appender != null) {
            appender.doAppend(line);
        }
    }

    private @Nullable Appender<ILoggingEvent> serviceOf(String logger) {
        return files.entrySet().stream()
                .filter(file -> logger.startsWith("io.flyball." + file.getKey().replace("-", "") + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> ServiceThreads.service().map(files::get))
                .orElse(standardOutput);
    }

    @Override
    public void stop() {
        files.values().forEach(Appender::stop);
        super.stop();
    }
}
