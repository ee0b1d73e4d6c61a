package io.flyball.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.schemas.evolution.ReleaseSchemas.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CON-4 releasing schemas")
class ReleaseSchemasTest {

    private static final SortedMap<String, Schema> FIRST =
            records(SchemaBuilder.record("Order").fields().requiredString("id").endRecord());

    private static final SortedMap<String, Schema> MORE = records(SchemaBuilder.record("Order")
            .fields()
            .requiredString("id")
            .optionalString("note")
            .endRecord());

    private static final SortedMap<String, Schema> BROKEN = records(SchemaBuilder.record("Order")
            .fields()
            .requiredString("id")
            .requiredString("note")
            .endRecord());

    @TempDir
    Path released;

    @Test
    void whatIsReleasedIsReadBackAsItWas() {
        assertThat(ReleaseSchemas.release(FIRST, released)).isEqualTo(new Answer.Released(1));
        assertThat(ReleaseSchemas.release(MORE, released)).isEqualTo(new Answer.Released(2));

        assertThat(Release.readAll(released)).containsExactly(new Release(1, FIRST), new Release(2, MORE));
    }

    @Test
    void nothingIsReleasedWhenNothingChanged() {
        ReleaseSchemas.release(FIRST, released);

        assertThat(ReleaseSchemas.release(FIRST, released)).isEqualTo(new Answer.Unchanged(1));
        assertThat(Release.readAll(released)).hasSize(1);
    }

    @Test
    void aBreakingChangeIsNotReleased() {
        ReleaseSchemas.release(FIRST, released);

        Answer answer = ReleaseSchemas.release(BROKEN, released);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.breaks())
                                .extracting(BreakingChange::field)
                                .isEqualTo(List.of("note")));
        assertThat(Release.readAll(released)).hasSize(1);
    }

    private static SortedMap<String, Schema> records(Schema order) {
        return new TreeMap<>(Map.of("Order", order));
    }
}
