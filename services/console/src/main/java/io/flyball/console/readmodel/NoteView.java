package io.flyball.console.readmodel;

import java.time.Instant;

/** One thing that happened to a run beside its steps, in words. */
public record NoteView(long sequence, Instant at, int step, String kind, String text) {}
