package io.flyball.planner.provider;

import io.flyball.planner.prompt.OfferedTool;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import tools.jackson.databind.json.JsonMapper;

/** Tells a model of a tool; calling it from here is a mistake, because the governor must see every call first. */
record OfferedToolCallback(OfferedTool tool) implements ToolCallback {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public ToolDefinition getToolDefinition() {
        return ToolDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .inputSchema(JSON.writeValueAsString(tool.schema()))
                .build();
    }

    @Override
    public String call(String arguments) {
        throw new IllegalStateException("a planner calls no tools: " + tool.name());
    }
}
