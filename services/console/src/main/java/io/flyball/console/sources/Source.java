package io.flyball.console.sources;

/** Reads what one kind of sender sends. Pure: the same body and headers give the same reading. */
public interface Source {
    Reading read(Delivery delivery);
}
