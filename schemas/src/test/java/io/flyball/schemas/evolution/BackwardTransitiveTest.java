package io.flyball.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CON-4 a breaking change is found, and its field is named")
class BackwardTransitiveTest {

    private static final TopicCatalogue CATALOGUE = new TopicCatalogue(
            List.of(new Topic("agent.orders", "Order", "id", "internal", List.of("shop"), List.of("till"), 1, "7d")));

    private static final String STATUS = """
            {"name": "status", "type": {"type": "enum", "name": "Status", "symbols": [%s]}}""";
    private static final String ID = """
            {"name": "id", "type": "string"}""";
    private static final String SERVICE = """
            {"name": "service", "type": "string"}""";
    private static final String SERVICE_WITH_DEFAULT = """
            {"name": "service", "type": "string", "default": ""}""";

    @Test
    void aNewFieldWithDefaultIsFine() {
        assertThat(breaks(order(ID, SERVICE_WITH_DEFAULT), release(1, order(ID))))
                .isEmpty();
    }

    @Test
    void aRemovedFieldIsFine() {
        assertThat(breaks(order(ID), release(1, order(ID, SERVICE)))).isEmpty();
    }

    @Test
    void aNewFieldWithoutDefaultIsFound() {
        assertThat(breaks(order(ID, SERVICE), release(1, order(ID))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.service: ")
                .contains("no default")
                .contains("release 1");
    }

    @Test
    @DisplayName("CON-4 a default is missed by the oldest release only, and still found")
    void aRemovedDefaultIsFound() {
        Release oldest = release(1, order(ID));
        Release newest = release(2, order(ID, SERVICE_WITH_DEFAULT));

        assertThat(breaks(order(ID, SERVICE), newest)).isEmpty();
        assertThat(breaks(order(ID, SERVICE), oldest, newest))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.service: ")
                .contains("release 1");
    }

    @Test
    void aRemovedEnumSymbolIsFound() {
        String both = STATUS.formatted("\"OPEN\", \"CLOSED\"");
        String one = STATUS.formatted("\"OPEN\"");

        assertThat(breaks(order(both), release(1, order(one)))).isEmpty();
        assertThat(breaks(order(one), release(1, order(both))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.status: ")
                .contains("CLOSED");
    }

    @Test
    void aChangedTypeIsFound() {
        String number = """
                {"name": "id", "type": "long"}""";

        assertThat(breaks(order(number), release(1, order(ID))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.id: ");
    }

    @Test
    @DisplayName("CON-4 a change inside an optional record inside a list is named to the last field")
    void aNestedChangeIsNamed() {
        assertThat(breaks(order(lines(ID, SERVICE)), release(1, order(lines(ID)))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.lines.service: ");
    }

    @Test
    @DisplayName("CON-4 where a field may be one of several records, the one that changed is named")
    void aChangeInOneOfSeveralRecordsIsNamed() {
        assertThat(breaks(order(either(ID, SERVICE)), release(1, order(either(ID)))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.either(Gift).service: ");
    }

    @Test
    void aRemovedUnionBranchIsFound() {
        String before = """
                {"name": "id", "type": ["null", "string"], "default": null}""";

        assertThat(breaks(order(ID), release(1, order(before))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.id: ");
        assertThat(breaks(order(before.replace("\"string\"", "\"long\"")), release(1, order(before))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.id: ")
                .contains("string");
    }

    @Test
    void aVanishedRecordIsFound() {
        assertThat(words(BackwardTransitive.breaks(new TreeMap<>(), List.of(release(1, order(ID))))))
                .singleElement()
                .asString()
                .startsWith("agent.orders: Order.*: ")
                .contains("no topic carries it");
    }

    private static List<String> breaks(Schema current, Release... releases) {
        return words(BackwardTransitive.breaks(records(current), List.of(releases)));
    }

    private static List<String> words(List<BreakingChange> breaks) {
        return breaks.stream().map(change -> change.in(CATALOGUE)).toList();
    }

    private static Release release(int version, Schema order) {
        return new Release(version, records(order));
    }

    private static SortedMap<String, Schema> records(Schema order) {
        return new TreeMap<>(Map.of("Order", order));
    }

    private static Schema order(String... fields) {
        return SchemaParser.parseSingle("""
                {"type": "record", "name": "Order", "fields": [%s]}""".formatted(String.join(",", fields)));
    }

    private static String lines(String... fields) {
        return """
                {"name": "lines", "type": {"type": "array", "items":
                  ["null", {"type": "record", "name": "Line", "fields": [%s]}]}}""".formatted(String.join(",", fields));
    }

    private static String either(String... fields) {
        return """
                {"name": "either", "type": ["null", {"type": "record", "name": "Sale", "fields": []},
                  {"type": "record", "name": "Gift", "fields": [%s]}]}""".formatted(String.join(",", fields));
    }
}
