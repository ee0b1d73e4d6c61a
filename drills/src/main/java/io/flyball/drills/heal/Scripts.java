package io.flyball.drills.heal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs the scripts of the stage and of faults.
 *
 * @param variables what they see beside the usual
 * @param errors where what they say as an error goes
 */
record Scripts(Map<String, String> variables, Path errors) {
    private static final long PATIENCE_SECONDS = 180;

    Scripts {
        variables = Map.copyOf(variables);
    }

    /** What a script said. */
    record Said(int exit, String text) {
        boolean well() {
            return exit == 0;
        }
    }

    /** Runs it to its end; what it leaves behind does not keep anybody waiting. */
    Said run(Path script) throws InterruptedException {
        try {
            Path text = Files.createTempFile(folderOf(errors), "said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(script.toString())
                    .directory(folderOf(script).toFile())
                    .redirectInput(new java.io.File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .redirectOutput(text.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end within " + PATIENCE_SECONDS + " s");
            }
            String said = Files.readString(text, StandardCharsets.UTF_8);
            Files.delete(text);
            return new Said(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "absolute");
    }

    /** A text in which {@code ${NAME}} stands for a variable. */
    String filled(String text) {
        String filled = text;
        for (var variable : variables.entrySet()) {
            filled = filled.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        return filled;
    }
}
