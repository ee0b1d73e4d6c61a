package io.flyball.planner.runbook;

/**
 * Where something stands in a runbook's file.
 *
 * @param line from 1
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
