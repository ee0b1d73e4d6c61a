package io.flyball.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Elsewhere: lsof, where it is installed. */
final class LsofPortOwners implements PortCheck.PortOwners {

    @Override
    public OptionalLong listening(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines()
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException notInstalled) {
            return OptionalLong.empty();
        }
    }
}
