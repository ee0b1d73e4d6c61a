package io.flyball.schemas.asyncapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code docs/asyncapi.yaml} and {@code docs/reference/topics.md}. */
public final class DrawDocs {

    private DrawDocs() {}

    /**
     * Overwrites both files.
     *
     * @param args the folder of this module and the folder of the documents
     */
    public static void main(String[] args) throws IOException {
        for (var page : draw(Path.of(args[0])).entrySet()) {
            Path file = Path.of(args[1]).resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }

    /** What the files should hold, by their path below the documents' folder. */
    static Map<String, String> draw(Path schemas) {
        Contract contract = Contract.read(schemas);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("asyncapi.yaml", Yaml.write(AsyncApi.of(contract)));
        pages.put("reference/topics.md", TopicsPage.of(contract));
        return pages;
    }
}
