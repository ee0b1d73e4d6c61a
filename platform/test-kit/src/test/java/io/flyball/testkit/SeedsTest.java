package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedsTest {

    @Test
    void asManyAsAskedFor() {
        assertThat(Seeds.stream(5, null))
                .hasSize(5)
                .extracting(Named::getPayload)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneAloneWhenItIsToBeRepeated() {
        assertThat(Seeds.stream(5, "42")).singleElement().satisfies(seed -> {
            assertThat(seed.getPayload()).isEqualTo(42L);
            assertThat(seed.getName()).isEqualTo("seed 42 (repeat by -Dflyball.seed=42)");
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reachATestAsALong(long seed) {
        assertThat(seed).isNotNegative();
    }

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(3);
    }
}
