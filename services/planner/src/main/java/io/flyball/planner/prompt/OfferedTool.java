package io.flyball.planner.prompt;

import java.util.Map;

/**
 * A tool as a model sees it.
 *
 * @param schema JSON Schema of its arguments object
 */
public record OfferedTool(String name, String description, Map<String, Object> schema) {}
