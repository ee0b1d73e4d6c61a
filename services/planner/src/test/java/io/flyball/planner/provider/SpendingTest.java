package io.flyball.planner.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.PriceBook;
import io.flyball.planner.model.Account;
import io.flyball.planner.model.BudgetExhausted;
import io.flyball.planner.model.ModelCall;
import io.flyball.planner.model.ProviderBusy;
import io.flyball.planner.model.Tokens;
import io.flyball.spending.Charge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is set aside before a call, and what it is settled with. */
class SpendingTest {
    private static final WireFormat FORMAT = WireFormat.ANTHROPIC;
    private static final String ASK =
            "{\"question\":\"Which?\",\"reasoning\":\"unsure\",\"confidence\":0.5,\"complexity\":2}";

    private final StandInProvider provider = new StandInProvider();
    private AskedPlanner planner = new AskedPlanner(FORMAT, provider.address(FORMAT.base));
    private final Purse purse = new Purse();

    /** An account that remembers. */
    private final class Purse implements Account {
        private final List<Charge> reserved = new ArrayList<>();
        private final List<Charge> settled = new ArrayList<>();
        private boolean empty;

        @Override
        public void paid(ModelCall call) {
            assertThat(settled).as("told before it is settled").hasSizeLessThan(reserved.size());
            planner.paid.add(call);
        }

        @Override
        public Reservation reserve(ModelCall atMost, Charge most, Duration lease) {
            if (empty) {
                throw new BudgetExhausted("principal:ann:day", "no room");
            }
            assertThat(provider.asked()).as("set aside before the call").hasSize(reserved.size());
            reserved.add(most);
            return settled::add;
        }
    }

    @AfterEach
    void close() {
        provider.close();
        planner.close();
    }

    private void plan() {
        planner.account = purse;
        planner.plan();
    }

    private static long costs(Tokens tokens) {
        return PriceBook.load(AskedPlanner.CATALOGUE.directory())
                .costMicros(
                        "anthropic",
                        "claude-opus-4-8",
                        tokens.input(),
                        tokens.output(),
                        tokens.cacheRead(),
                        tokens.cacheWrite(),
                        Instant.now());
    }

    @Test
    @DisplayName("COST-4 before a call the most that it can cost is set aside; it is settled with what it did cost")
    void setsAsideAndSettles() {
        provider.replies(FORMAT.calls("ask", ASK));
        plan();

        Tokens used = new Tokens(1000, 50, 200, 10);
        assertThat(purse.settled).containsExactly(new Charge(1_260, costs(used)));
        assertThat(planner.paid)
                .singleElement()
                .satisfies(call -> assertThat(call.estimated()).isFalse());
        assertThat(purse.reserved).singleElement().satisfies(most -> {
            assertThat(most.tokens()).isGreaterThan(used.input() + used.cacheRead() + used.cacheWrite() + 2_048);
            assertThat(most.micros()).isGreaterThan(costs(used));
        });
    }

    @Test
    @DisplayName("COST-4 every attempt is set aside by itself; one that was refused or not reached costs nothing")
    void attempts() {
        provider.replies(529, Map.of(), "{}").replies(FORMAT.calls("ask", ASK));
        plan();
        assertThat(purse.reserved).hasSize(2);
        assertThat(purse.settled).hasSize(2).startsWith(Charge.NOTHING);

        planner.close();
        planner = new AskedPlanner(FORMAT, URI.create("http://127.0.0.1:1"));
        purse.reserved.clear();
        purse.settled.clear();
        planner.account = new Account() {
            @Override
            public void paid(ModelCall call) {
                planner.paid.add(call);
            }

            @Override
            public Reservation reserve(ModelCall atMost, Charge most, Duration lease) {
                return purse.settled::add;
            }
        };
        assertThatThrownBy(planner::plan).isInstanceOf(ProviderBusy.class);
        assertThat(purse.settled).isNotEmpty().containsOnly(Charge.NOTHING);
        assertThat(planner.paid).isEmpty();
    }

    @Test
    @DisplayName("COST-5 where a budget has no room no call is made")
    void noRoomNoCall() {
        purse.empty = true;
        assertThatThrownBy(this::plan).isInstanceOf(BudgetExhausted.class);
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    @DisplayName("COST-4 a call that was given up may be billed: it is settled at its estimate, and marked")
    void givenUp() {
        provider.repliesAfter(60_000, FORMAT.calls("ask", ASK));
        planner.time = Duration.ofSeconds(5);
        assertThatThrownBy(this::plan).isInstanceOf(ProviderBusy.class);

        assertThat(planner.paid).singleElement().satisfies(call -> {
            assertThat(call.estimated()).isTrue();
            assertThat(call.tokens().output()).isEqualTo(2_048);
        });
        assertThat(purse.settled).singleElement().satisfies(charge -> {
            assertThat(charge.micros()).isEqualTo(costs(planner.paid.getFirst().tokens()));
            assertThat(charge.tokens()).isEqualTo(purse.reserved.getFirst().tokens());
        });
    }

    @Test
    @DisplayName("COST-1 usage that is missing or zero is estimated and marked, and never costs nothing")
    void missingUsage() {
        String told = FORMAT.calls("ask", ASK);
        provider.replies(told.replaceAll("\"(\\w*_tokens)\":\\d+", "\"$1\":0"));
        plan();

        assertThat(planner.paid).singleElement().satisfies(call -> {
            assertThat(call.estimated()).isTrue();
            assertThat(call.tokens().input()).isGreaterThan(1_000);
            assertThat(call.tokens().output()).isPositive();
        });
        assertThat(purse.settled.getFirst().micros()).isPositive();
        assertThat(purse.settled.getFirst().micros())
                .isLessThanOrEqualTo(purse.reserved.getFirst().micros());
    }
}
