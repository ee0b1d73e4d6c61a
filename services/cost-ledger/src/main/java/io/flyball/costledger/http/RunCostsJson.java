package io.flyball.costledger.http;

import io.flyball.costledger.ledger.Accounts;
import io.flyball.costledger.ledger.GroupBy;
import io.flyball.costledger.ledger.Totals;
import java.util.List;

/**
 * The answer to {@code GET /costs/runs/{id}}.
 *
 * @param total everything that the run used
 * @param models model calls, by provider and model
 * @param tools tool calls, by tool
 */
record RunCostsJson(String runId, AmountJson total, List<AmountJson> models, List<AmountJson> tools) {

    static RunCostsJson of(String runId, List<Accounts.Line> lines) {
        return new RunCostsJson(
                runId,
                AmountJson.of(null, Totals.of(GroupBy.RUN, lines).all()),
                items(GroupBy.MODEL, lines),
                items(GroupBy.TOOL, lines));
    }

    private static List<AmountJson> items(GroupBy by, List<Accounts.Line> lines) {
        return Totals.of(by, lines).groups().stream().map(AmountJson::of).toList();
    }
}
