package io.flyball.console.halt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a drill of the stop showed.
 *
 * @param proved whether the switch was refused, all live workers answered, and each executor's no-op action was ended; with no executor
 *     there, nothing is proved
 * @param at when the switch was set
 * @param refusedMillis from setting the key in Redis to the first refusal; absent if nothing was refused
 * @param receiptMillis from setting the key to the receipt, for each worker that answered
 * @param noOps how many no-op actions ran
 * @param ended how many of them the switch ended
 * @param missing who did not answer in time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DrillFigures(
        boolean proved,
        Instant at,
        @Nullable Long refusedMillis,
        Map<String, Long> receiptMillis,
        int noOps,
        int ended,
        List<String> missing) {

    public DrillFigures {
        receiptMillis = Map.copyOf(receiptMillis);
        missing = List.copyOf(missing);
    }

    /** From what was seen. */
    public static DrillFigures of(
            Instant at, @Nullable Long refusedMillis, Map<String, Long> receiptMillis, HaltView halt) {
        List<HaltView.Answer> executors = halt.answers().stream()
                .filter(answer -> answer.service().equals("tool-executor"))
                .toList();
        boolean allEnded = !executors.isEmpty() && executors.stream().allMatch(answer -> answer.ended() > 0);
        return new DrillFigures(
                refusedMillis != null && halt.confirmed() && allEnded,
                at,
                refusedMillis,
                receiptMillis,
                executors.stream().mapToInt(HaltView.Answer::running).sum(),
                executors.stream().mapToInt(HaltView.Answer::ended).sum(),
                halt.missing().stream().map(HaltView.Missing::worker).toList());
    }

    /** For people. */
    public String sentence() {
        long slowest =
                receiptMillis.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return "%s: refused after %s ms, %d receipts within %d ms, %d of %d no-op actions ended%s"
                .formatted(
                        proved ? "proved" : "NOT PROVED",
                        refusedMillis == null ? "more than 5,000" : refusedMillis,
                        receiptMillis.size(),
                        slowest,
                        ended,
                        noOps,
                        missing.isEmpty() ? "" : ", no receipt from " + String.join(", ", missing));
    }
}
