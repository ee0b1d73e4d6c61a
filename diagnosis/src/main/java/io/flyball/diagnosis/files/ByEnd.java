package io.flyball.diagnosis.files;

import io.flyball.diagnosis.Extraction;
import io.flyball.diagnosis.FactValue;
import io.flyball.diagnosis.Output;
import java.util.List;

/** Takes how the call ended as the fact: the exit code, or whether it succeeded. */
record ByEnd(String fact, boolean exitCode) implements Extraction {

    @Override
    public String unit() {
        return "";
    }

    @Override
    public List<Draft> from(Output output) {
        String excerpt = output.problem().isEmpty() ? firstLine(output.text()) : firstLine(output.problem());
        if (!exitCode) {
            return List.of(new Draft("", new FactValue.Truth(output.succeeded()), excerpt));
        }
        return output.exitCode() == null
                ? List.of()
                : List.of(new Draft("", new FactValue.Amount(output.exitCode()), excerpt));
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }
}
