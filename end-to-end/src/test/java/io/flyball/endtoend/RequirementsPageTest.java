package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^- ([A-Z]+-\\d+) ");
    private static final Pattern ID = Pattern.compile("[A-Z]+-\\d+");

    @Test
    @DisplayName("OPS-4 docs/requirements.md says for every requirement which test shows it and which page tells of it")
    void pageIsTrue() throws IOException {
        Map<String, String> titles = titles();
        Map<String, TreeSet<String>> proofs = places(tests(), NAMED);
        Map<String, TreeSet<String>> pages = places(pages(), null);
        Map<String, Standing> standings = Standing.all(ROOT.resolve("docs/requirements-standing.txt"));
        assertThat(titles.keySet())
                .as("a test names a requirement that does not exist")
                .containsAll(proofs.keySet());

        Path page = ROOT.resolve("docs/requirements.md");
        String drawn = draw(titles, standings, proofs, pages);
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.writeString(page, drawn);
        }
        assertThat(page).as("stale: ./flyball check draws it anew").content().isEqualTo(drawn);
    }

    @Test
    @DisplayName("OPS-4 every requirement stands somewhere, and what counts as met has a test that names it")
    void everyRequirementIsJudged() throws IOException {
        Map<String, Standing> standings = Standing.all(ROOT.resolve("docs/requirements-standing.txt"));
        assertThat(standings.keySet()).containsExactlyElementsOf(titles().keySet());
        Map<String, TreeSet<String>> proofs = places(tests(), NAMED);
        assertThat(standings.entrySet().stream()
                        .filter(entry -> entry.getValue().kind() == Standing.Kind.MET)
                        .map(Map.Entry::getKey)
                        .filter(id -> !proofs.containsKey(id)))
                .as("met, and no test names it")
                .isEmpty();
        assertThat(standings.entrySet().stream()
                        .filter(entry -> entry.getValue().kind() == Standing.Kind.PARTLY)
                        .filter(entry -> entry.getValue().missing().isBlank())
                        .map(Map.Entry::getKey))
                .as("partly, and it does not say what is missing")
                .isEmpty();
    }

    @Test
    @DisplayName("OPS-4 every id of the specification is in the list, where the specification is at hand")
    void nothingIsLeftOut() throws IOException {
        Path data = Path.of(Objects.requireNonNullElse(System.getenv("FLYBALL_SHARED_DATA"), "/nowhere"));
        Path specification = data.resolveSibling("spec");
        assumeThat(specification).isDirectory();
        TreeSet<String> ids = new TreeSet<>();
        for (Path file : walk(specification, path -> path.endsWith(".md"))) {
            REQUIREMENT.matcher(Files.readString(file)).results().forEach(id -> ids.add(id.group(1)));
        }
        assertThat(titles().keySet()).containsAll(ids);
    }

    private static String draw(
            Map<String, String> titles,
            Map<String, Standing> standings,
            Map<String, TreeSet<String>> proofs,
            Map<String, TreeSet<String>> pages) {
        StringBuilder page = new StringBuilder("""
                # Requirements

                Drawn by `./flyball check`; a stale page fails the build. How each requirement stands is judged by hand in
                [requirements-standing.txt](requirements-standing.txt): *met* means that every part of it is there and shown. The tests
                are those that name it in their display name, which says which part of it they show.

                **%d of %d are met**, %d partly, %d not yet.

                | id | what | stands | shown by | told in |
                |---|---|---|---|---|
                """.formatted(
                        count(standings, Standing.Kind.MET),
                        titles.size(),
                        count(standings, Standing.Kind.PARTLY),
                        count(standings, Standing.Kind.NOT_YET)));
        titles.forEach((id, title) -> page.append("| %s | %s | %s | %s | %s |%n"
                .formatted(id, title, standings.get(id).text(), list(proofs.get(id), ""), list(pages.get(id), ""))));
        return page.toString();
    }

    private static long count(Map<String, Standing> standings, Standing.Kind kind) {
        return standings.values().stream()
                .filter(standing -> standing.kind() == kind)
                .count();
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
