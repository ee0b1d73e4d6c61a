package io.flyball.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads lines without holding up whoever waits for something else as well. */
final class Keyboard {
    private final BufferedReader lines;

    Keyboard(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** One line, some time; an empty one when nobody will ever type. The thread does not keep the process alive. */
    void readLine(Consumer<String> listener) {
        Thread.ofPlatform().daemon().name("keyboard").start(() -> listener.accept(line()));
    }

    private String line() {
        try {
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (IOException _) {
            return "";
        }
    }
}
