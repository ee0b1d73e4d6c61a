package io.flyball.catalogue.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.catalogue.YamlFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * What a server showed when it was looked at. It counts only if a person put its hash into the server's file.
 *
 * @param server its name
 * @param revision of the protocol, in which it was asked
 * @param tools each as JSON
 */
public record AcceptedTools(
        @JsonProperty(required = true) String server,
        @JsonProperty(required = true) String revision,
        @JsonProperty(required = true) List<String> tools) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    public AcceptedTools {
        tools = new ShownTools(tools).tools();
    }

    /** Where it stands below the catalogue. */
    public static Path file(Path catalogue, String server) {
        return catalogue.resolve("mcp").resolve("accepted").resolve(server + ".yaml");
    }

    /** What was saved of that server; empty if nothing was. */
    public static Optional<AcceptedTools> load(Path catalogue, String server) {
        Path file = file(catalogue, server);
        return Files.isRegularFile(file)
                ? Optional.of(YamlFolder.readFile(file, AcceptedTools.class))
                : Optional.empty();
    }

    /** In canonical form. */
    public ShownTools shown() {
        return new ShownTools(tools);
    }

    /** The text of its file. */
    public String yaml() {
        return "# Written by flyball mcp check --save. It counts only with its hash in the server's file.\n"
                + YAML.writeValueAsString(this);
    }
}
