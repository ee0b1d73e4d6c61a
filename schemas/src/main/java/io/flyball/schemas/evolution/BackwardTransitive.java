package io.flyball.schemas.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.Nullable;

/** The rule by which records evolve: what is written now must be able to read what any release wrote. */
final class BackwardTransitive {

    private BackwardTransitive() {}

    /** Every way in which the current records break the rule; none if they keep it. */
    static List<BreakingChange> breaks(SortedMap<String, Schema> current, List<Release> releases) {
        List<BreakingChange> breaks = new ArrayList<>();
        for (Release release : releases) {
            release.records()
                    .forEach((name, written) -> breaks(current.get(name), written)
                            .map(found -> new BreakingChange(
                                    name, release.version(), found.at().toString(), found.reason()))
                            .forEach(breaks::add));
        }
        return List.copyOf(breaks);
    }

    private static Stream<Found> breaks(@Nullable Schema reader, Schema written) {
        return reader == null
                ? found(FieldPath.ROOT, "was released, but no topic carries it any more")
                : compare(FieldPath.ROOT, reader, written);
    }

    private static Stream<Found> compare(FieldPath at, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .flatMap(what -> explain(at.follow(reader, what.getLocation()), what))
                .distinct();
    }

    private static Stream<Found> explain(FieldPath at, Incompatibility what) {
        return switch (what.getType()) {
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                found(at, "the release has no such field and there is no default; add one");
            case MISSING_ENUM_SYMBOLS -> found(at, "symbols are gone: " + what.getMessage() + "; put them back");
            case MISSING_UNION_BRANCH -> explainUnion(at, what);
            case TYPE_MISMATCH, NAME_MISMATCH, FIXED_SIZE_MISMATCH ->
                found(at, "the type changed: " + what.getMessage());
        };
    }

    /** Avro only says that some branch fits nowhere; when there is one of its name, the reason lies inside it. */
    private static Stream<Found> explainUnion(FieldPath at, Incompatibility what) {
        Schema reader = what.getReaderFragment();
        Schema writer = what.getWriterFragment();
        Stream<Schema> written = writer.isUnion() ? writer.getTypes().stream() : Stream.of(writer);
        return written.filter(branch -> !reads(reader, branch)).flatMap(branch -> explainBranch(at, reader, branch));
    }

    private static Stream<Found> explainBranch(FieldPath at, Schema reader, Schema branch) {
        return reader.getTypes().stream()
                .filter(candidate -> candidate.getFullName().equals(branch.getFullName()))
                .findFirst()
                .map(candidate -> compare(reader.getTypes().size() > 2 ? at.as(candidate) : at, candidate, branch))
                .orElseGet(() -> found(at, "may no longer be " + branch.getFullName()));
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static Stream<Found> found(FieldPath at, String reason) {
        return Stream.of(new Found(at, reason));
    }

    private record Found(FieldPath at, String reason) {}
}
