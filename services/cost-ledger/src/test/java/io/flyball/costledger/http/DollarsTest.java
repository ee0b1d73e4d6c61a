package io.flyball.costledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarsTest {

    @ParameterizedTest
    @DisplayName("COST-10 dollars are the exact micro-dollars")
    @CsvSource({
        "0, $0.00",
        "1, $0.000001",
        "10000, $0.01",
        "1234500, $1.2345",
        "50000000, $50.00",
        "9223372036854775807, $9223372036854.775807"
    })
    void exact(long micros, String dollars) {
        assertThat(Dollars.of(micros)).isEqualTo(dollars);
    }
}
