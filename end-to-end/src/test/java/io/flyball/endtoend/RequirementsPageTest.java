package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page that says which test shows which requirement is drawn from the tests themselves, so it cannot promise too much. */
class RequirementsPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\\s*\"((?:[A-Z]+-\\d+ )+)");
    private static final Pattern ID = Pattern.compile("[A-Z]+-\\d+");

    @Test
    @DisplayName("OPS-4 docs/requirements.md says for every requirement which test shows it and which page tells of it")
    void pageIsTrue() throws IOException {
        Map<String, String> titles = titles();
        Map<String, TreeSet<String>> proofs = places(tests(), NAMED);
        Map<String, TreeSet<String>> pages = places(pages(), null);
        assertThat(titles.keySet())
                .as("a test names a requirement that does not exist")
                .containsAll(proofs.keySet());

        Path page = ROOT.resolve("docs/requirements.md");
        String drawn = draw(titles, proofs, pages);
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.writeString(page, drawn);
        }
        assertThat(page).as("stale: ./flyball check draws it anew").content().isEqualTo(drawn);
    }

    private static String draw(
            Map<String, String> titles, Map<String, TreeSet<String>> proofs, Map<String, TreeSet<String>> pages) {
        long proved = titles.keySet().stream().filter(proofs::containsKey).count();
        StringBuilder page = new StringBuilder("""
                # Requirements

                Drawn from the tests by `./flyball check`; a stale page fails the build. A test shows a requirement by naming it in its
                display name, which says which part of it; "not yet" means that no test names it.

                %d of %d requirements have at least one test.

                | id | what | shown by | told in |
                |---|---|---|---|
                """.formatted(proved, titles.size()));
        titles.forEach((id, title) -> page.append("| %s | %s | %s | %s |%n"
                .formatted(id, title, list(proofs.get(id), "not yet"), list(pages.get(id), ""))));
        return page.toString();
    }

    private static String list(TreeSet<String> places, String otherwise) {
        return places == null ? otherwise : String.join(", ", places);
    }

    private static Map<String, String> titles() throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/requirements.txt"))) {
            int bar = line.indexOf('|');
            titles.put(line.substring(0, bar), line.substring(bar + 1));
        }
        return titles;
    }

    private static Map<String, TreeSet<String>> places(List<Path> files, Pattern within) throws IOException {
        Map<String, TreeSet<String>> places = new LinkedHashMap<>();
        for (Path file : files) {
            String text = Files.readString(file);
            String name = within == null
                    ? "[%1$s](%2$s)".formatted(file.getFileName(), link(file))
                    : file.getFileName().toString().replace(".java", "");
            for (String id : ids(text, within)) {
                places.computeIfAbsent(id, _ -> new TreeSet<>()).add(name);
            }
        }
        return places;
    }

    private static String link(Path file) {
        return ROOT.resolve("docs").relativize(file).toString();
    }

    private static List<String> ids(String text, Pattern within) {
        List<String> ids = new ArrayList<>();
        if (within == null) {
            ID.matcher(text).results().forEach(id -> ids.add(id.group()));
            return ids;
        }
        Matcher named = within.matcher(text);
        while (named.find()) {
            ID.matcher(named.group(1)).results().forEach(id -> ids.add(id.group()));
        }
        return ids;
    }

    private static List<Path> tests() throws IOException {
        return walk(ROOT, path -> path.endsWith(".java") && path.contains("/src/test/"));
    }

    /** Pages name the requirements that they tell of; the drawn page itself and test lists do not count. */
    private static List<Path> pages() throws IOException {
        return walk(ROOT, path -> path.endsWith(".md") && !path.endsWith("docs/requirements.md")).stream()
                .filter(path -> path.getFileName().toString().endsWith(".md"))
                .collect(Collectors.toList());
    }

    private static List<Path> walk(Path root, java.util.function.Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> {
                        String path = "/" + root.relativize(file);
                        return !path.contains("/target/") && !path.contains("/.") && wanted.test(path);
                    })
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
