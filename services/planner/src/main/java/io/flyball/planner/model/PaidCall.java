package io.flyball.planner.model;

import io.flyball.catalogue.PriceBook;
import io.flyball.planner.prompt.Conversation;
import io.flyball.spending.Charge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Pays for one question to a model: each attempt is set aside before it and settled after it. */
final class PaidCall {
    /** An attempt is over long before; what its planner did not settle by then it never will. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Provider provider;
    private final String model;
    private final PriceBook prices;
    private final Account account;
    private final Clock clock;
    private final long prompt;
    private final long mostOutput;
    private final Duration callTimeout;

    PaidCall(
            Conversation conversation,
            ModelAccess access,
            String model,
            ModelProperties properties,
            PriceBook prices,
            Account account,
            Clock clock) {
        this.provider = access.provider();
        this.model = model;
        this.prices = prices;
        this.account = account;
        this.clock = clock;
        this.prompt = TokenBounds.prompt(conversation);
        this.mostOutput = properties.maxOutputTokens();
        this.callTimeout = properties.callTimeout();
    }

    /** Sets aside the most that an attempt can cost: the prompt counted, the longest answer, at the dearest price that can apply. */
    Attempt begin() {
        Instant now = clock.instant();
        Duration lease = callTimeout.plus(MARGIN);
        long most = prices.mostMicros(provider.label(), model, prompt, mostOutput, now, now.plus(lease));
        String id = account.nextCall();
        var atMost = new ModelCall(id, provider, model, new Tokens(prompt, mostOutput, 0, 0), Duration.ZERO, now, true);
        return new Attempt(id, account.reserve(atMost, new Charge(prompt + mostOutput, most), lease), now);
    }

    /** One attempt. */
    final class Attempt {
        private final String id;
        private final Account.Reservation reservation;
        private final Instant began;

        private Attempt(String id, Account.Reservation reservation, Instant began) {
            this.id = id;
            this.reservation = reservation;
            this.began = began;
        }

        /** It was answered. The answer with its tokens, estimated where the provider told none. */
        ModelCall answered(ModelAnswer answer) {
            Tokens told = answer.tokens();
            boolean noInput = told.input() + told.cacheRead() + told.cacheWrite() == 0;
            boolean noOutput = told.output() == 0 && TokenBounds.answer(answer) > 0;
            Tokens tokens = new Tokens(
                    noInput ? prompt : told.input(),
                    noOutput ? Math.min(mostOutput, TokenBounds.answer(answer)) : told.output(),
                    told.cacheRead(),
                    told.cacheWrite());
            return pay(answeredBy(answer), tokens, noInput || noOutput);
        }

        /** It failed. What the provider may bill although nobody heard its answer is paid as estimated; all else cost nothing. */
        void failed(RuntimeException failure) {
            if (mayBeBilled(failure)) {
                pay(model, new Tokens(prompt, mostOutput, 0, 0), true);
            } else {
                reservation.settle(Charge.NOTHING);
            }
        }

        /** What is no word of the provider itself may have come after it did its work. */
        private static boolean mayBeBilled(RuntimeException failure) {
            return switch (failure) {
                case ProviderBusy busy -> busy.mayBeBilled();
                case ProviderRefused _ -> false;
                default -> true;
            };
        }

        private ModelCall pay(String named, Tokens tokens, boolean estimated) {
            Instant now = clock.instant();
            var call = new ModelCall(id, provider, named, tokens, Duration.between(began, now), now, estimated);
            account.paid(call);
            reservation.settle(new Charge(tokens.all(), costMicros(named, tokens, now)));
            return call;
        }

        /** A name that no price book has, for what was asked by one that it has, is another name for the same model. */
        private String answeredBy(ModelAnswer answer) {
            return isListed(answer.model()) || !isListed(model) ? answer.model() : model;
        }
    }

    private boolean isListed(String name) {
        return switch (prices.priceOf(provider.label(), name, clock.instant())) {
            case PriceBook.Price.Known _ -> true;
            case PriceBook.Price.Unknown _ -> false;
        };
    }

    long costMicros(String named, Tokens tokens, Instant at) {
        return prices.costMicros(
                provider.label(), named, tokens.input(), tokens.output(), tokens.cacheRead(), tokens.cacheWrite(), at);
    }
}
