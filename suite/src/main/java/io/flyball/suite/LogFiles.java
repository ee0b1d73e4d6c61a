package io.flyball.suite;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/** Where lines of the log are written. */
final class LogFiles {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %msg%n";
    private static final FileSize LARGEST = FileSize.valueOf("10MB");

    private LogFiles() {}

    /** A file that begins anew when it is large; one earlier is kept. */
    static Appender<ILoggingEvent> rolling(Context context, Path file) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        appender.setTriggeringPolicy(whenLarge(context));
        appender.setRollingPolicy(keepOne(context, appender, file));
        appender.start();
        return appender;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> whenLarge(Context context) {
        var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        trigger.setContext(context);
        trigger.setMaxFileSize(LARGEST);
        trigger.start();
        return trigger;
    }

    private static FixedWindowRollingPolicy keepOne(
            Context context, RollingFileAppender<ILoggingEvent> appender, Path file) {
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(1);
        rolling.start();
        return rolling;
    }

    static Appender<ILoggingEvent> standardOutput(Context context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder(context));
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(Context context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }
}
