package io.flyball.schemas.evolution;

/**
 * Why data of a release can no longer be read.
 *
 * @param record simple name of the released record
 * @param release the version of the release
 * @param field where in the record, for example {@code alert.labels}
 * @param reason what is wrong there and what would be right
 */
record BreakingChange(String record, int release, String field, String reason) {

    @Override
    public String toString() {
        return record + "." + field + ": " + reason + " (release " + release + ")";
    }
}
