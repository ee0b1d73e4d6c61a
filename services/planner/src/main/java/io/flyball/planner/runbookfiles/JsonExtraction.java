package io.flyball.planner.runbookfiles;

import io.flyball.planner.runbook.CannotGoOn;
import io.flyball.planner.runbook.Extraction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one variable by JSON pointer; what is no text is taken as it stands in the JSON. */
record JsonExtraction(
        String variable, JsonPointer pointer, @Nullable String otherwise) implements Extraction {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Map<String, String> from(String output) {
        JsonNode found = find(output);
        if (found != null) {
            return Map.of(variable, found.isString() ? found.stringValue() : found.toString());
        }
        if (otherwise == null) {
            throw new CannotGoOn("the output has nothing for vars." + variable + " at " + pointer);
        }
        return Map.of(variable, otherwise);
    }

    private @Nullable JsonNode find(String output) {
        try {
            JsonNode found = JSON.readTree(output).at(pointer);
            return found.isMissingNode() || found.isNull() ? null : found;
        } catch (JacksonException _) {
            return null;
        }
    }

    @Override
    public List<String> variables() {
        return List.of(variable);
    }
}
