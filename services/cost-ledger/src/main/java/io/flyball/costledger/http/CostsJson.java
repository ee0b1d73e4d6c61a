package io.flyball.costledger.http;

import io.flyball.costledger.ledger.Totals;
import java.time.Instant;
import java.util.List;

/**
 * The answer to {@code GET /costs}.
 *
 * @param by what the items are
 * @param from begin of the first hour in it
 * @param to end of the last hour in it
 * @param total all groups, also those left out of the items
 * @param items the groups, at most {@value #MOST_ITEMS}
 * @param omitted how many groups are left out: the cheapest, or the earliest times
 */
record CostsJson(String by, Instant from, Instant to, AmountJson total, List<AmountJson> items, int omitted) {
    static final int MOST_ITEMS = 1000;

    static CostsJson of(CostsQuery query, Totals totals) {
        List<Totals.Group> groups = totals.groups();
        int omitted = Math.max(0, groups.size() - MOST_ITEMS);
        List<Totals.Group> shown = query.by().isTime()
                ? groups.subList(omitted, groups.size())
                : groups.subList(0, groups.size() - omitted);
        return new CostsJson(
                query.by().toString(),
                query.from(),
                query.to(),
                AmountJson.of(null, totals.all()),
                shown.stream().map(AmountJson::of).toList(),
                omitted);
    }
}
