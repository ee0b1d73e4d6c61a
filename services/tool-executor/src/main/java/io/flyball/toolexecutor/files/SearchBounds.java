package io.flyball.toolexecutor.files;

import java.time.Duration;

/**
 * When a search ends before it has seen everything.
 *
 * @param things files and folders that are looked at
 * @param bytes that are read
 * @param time that it takes
 */
record SearchBounds(int things, long bytes, Duration time) {}
