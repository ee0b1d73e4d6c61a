package io.flyball.costledger.ledger;

/** What the ledger remembers of a usage id. */
public enum Memory {
    NEW,
    SEEN
}
