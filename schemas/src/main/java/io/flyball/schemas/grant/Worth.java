package io.flyball.schemas.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a grant is worth for an action that is about to start. */
public sealed interface Worth {

    /** It was allowed, and nothing that is known speaks against it. */
    record Good(Grant grant) implements Worth {}

    /** It was allowed once; only the governor can allow it again. */
    record Gone(String why) implements Worth {}

    /** It was never allowed. */
    record Never(String why) implements Worth {}

    /**
     * What a grant is worth.
     *
     * @param signed as it travelled; null if the call carried none
     * @param action what is about to start
     * @param catalogueVersion the version by which it would be performed
     */
    static Worth of(@Nullable String signed, GrantedAction action, String catalogueVersion, VerifyingKeys keys) {
        // Calls that were sent before there were grants carry none.
        return signed == null
                ? new Gone("it carries no grant")
                : switch (keys.open(signed)) {
                    case VerifyingKeys.Opened.Forged forged ->
                        new Never("its grant is not the governor's: " + forged.why());
                    case VerifyingKeys.Opened.Genuine genuine -> of(genuine.grant(), action, catalogueVersion);
                };
    }

    private static Worth of(Grant grant, GrantedAction action, String catalogueVersion) {
        if (!grant.action().equals(action)) {
            return new Never("its grant is for something else: " + grant.action() + ", not " + action);
        }
        return grant.catalogueVersion().equals(catalogueVersion)
                ? new Good(grant)
                : new Gone(
                        "it was judged by the catalogue " + shown(grant.catalogueVersion()) + ", and this executor has "
                                + shown(catalogueVersion) + ": start again what has the older one");
    }

    /**
     * What a grant of that action is worth at that moment.
     *
     * @param seen the newest orders that are known
     */
    static Worth at(Grant grant, StopEpoch seen, Instant now) {
        if (!grant.stopEpoch().covers(seen)) {
            return new Gone("a stop was ordered after it was allowed");
        }
        return now.isBefore(grant.notAfter())
                ? new Good(grant)
                : new Gone("its grant was good until " + grant.notAfter());
    }

    private static String shown(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }
}
