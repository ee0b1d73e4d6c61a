package io.flyball.suite;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * One log file per service, although they share a JVM. What belongs to none of them goes to standard output. Spring's own
 * logging system is off here: each service would set it up anew for all.
 */
final class SuiteLogging {
    /** Libraries that say at INFO what only their authors want to know. */
    private static final List<String> QUIET = List.of("org.apache.kafka", "io.apicurio", "org.apache.avro");

    private SuiteLogging() {}

    static void configure(Path folder, List<String> services) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var logs = new ServiceLogs(folder, services);
        logs.setContext(context);
        logs.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(logs);
        QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    }
}
